package org.wordvec.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.wordvec.compute.training.TrainingReport;
import org.wordvec.vectors.WordVectors;

/** Compares what two trainings on one text have learnt. */
public final class Learning {
  private Learning() {}

  /**
   * Asserts that the loss has fallen, and ends close to the expected one.
   *
   * @param part of the expected loss by which it may differ
   */
  public static void assertAsMuch(TrainingReport found, TrainingReport expected, double part) {
    double last = expected.losses().getLast();
    assertThat(found.losses()).hasSameSizeAs(expected.losses());
    assertThat(found.losses().getLast())
        .isLessThan(found.losses().getFirst())
        .isCloseTo(last, within(part * last));
  }

  /**
   * Asserts that the topics are told apart, and as well as by the expected vectors.
   *
   * @param margin by which the topicality may be less
   */
  public static void assertAsTopical(
      TopicText text, WordVectors found, WordVectors expected, double margin) {
    double topicality = text.topicality(expected);
    assertThat(topicality).isGreaterThan(0.95);
    assertThat(text.topicality(found)).isGreaterThan(topicality - margin);
  }
}
