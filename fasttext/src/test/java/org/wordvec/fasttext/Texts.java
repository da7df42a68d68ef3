package org.wordvec.fasttext;

import java.util.List;
import java.util.stream.Stream;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.testing.TopicText;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2VecConfig;

/** Small texts to train on, and small models. */
public final class Texts {
  /** Epochs of the small models. */
  public static final int EPOCHS = 5;

  /** Limits that keep every word. */
  public static final VocabularyLimits ALL = new VocabularyLimits(1, 0);

  /** Topics whose words share a stem and have twelve endings, as {@code flowera}. */
  public static final TopicText TOPICS =
      new TopicText(List.of("flower", "engine"), "c", List.of("abcdefghijkl".split("")));

  private Texts() {}

  /**
   * Both architectures, each with both objectives, each with n-grams and without, on one thread.
   */
  public static Stream<FastTextConfig> models(Objective sampling, Subwords subwords, long seed) {
    return Stream.of(Architecture.values())
        .flatMap(
            architecture ->
                Stream.of(sampling, new Objective.HierarchicalSoftmax())
                    .flatMap(
                        objective ->
                            Stream.of(subwords, Subwords.NONE)
                                .map(grams -> config(architecture, objective, grams, 1, seed))));
  }

  /** Returns a small configuration of five epochs. */
  public static FastTextConfig config(
      Architecture architecture, Objective objective, Subwords subwords, int threads, long seed) {
    return new FastTextConfig(
        Word2VecConfig.of(architecture)
            .withObjective(objective)
            .withDimensions(10)
            .withWindow(5)
            .withSample(0)
            .withSchedule(new Schedule(EPOCHS, FastTextConfig.DEFAULT_LEARNING_RATE))
            .withExecution(new Execution(threads, seed)),
        subwords);
  }
}
