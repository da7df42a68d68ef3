package org.wordvec.compute;

import java.util.List;

/**
 * What a training run did.
 *
 * @param seconds wall time of training alone, without reading and writing
 * @param tokens raw corpus tokens (for GloVe: entries) of one epoch
 * @param losses mean loss per prediction, an element an epoch
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
