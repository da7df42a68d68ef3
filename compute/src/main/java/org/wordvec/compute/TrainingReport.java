package org.wordvec.compute;

import java.util.List;

/**
 * What a training run did.
 *
 * @param seconds wall time of training alone, without reading and writing
 * @param tokens raw corpus tokens (for GloVe: entries) of one epoch
 * @param losses mean loss per prediction, an element an epoch, as met while training. The model
 *     adapts to the passage at hand, and less so as the rate falls: the last epochs' figure can
 *     rise a little while the vectors still get better. NaN for an epoch too short to measure any
 */
public record TrainingReport(double seconds, long tokens, List<Double> losses) {
  /** Copies the losses. */
  public TrainingReport {
    losses = List.copyOf(losses);
  }

  /** Raw corpus tokens × epochs ÷ training seconds. */
  public double tokensPerSecond() {
    return tokens * (double) losses.size() / seconds;
  }
}
