package org.wordvec.spark.storage;

import java.util.List;

/**
 * Holds the state of a training between two rounds.
 *
 * @param round number of rounds done
 * @param seconds that they took
 * @param losses sums of the losses, one for each epoch
 * @param predictions number of measured predictions, one for each epoch
 */
public record RoundState(int round, double seconds, List<Double> losses, List<Long> predictions) {
  /** The state before the first round. */
  public static final RoundState BEGINNING = new RoundState(0, 0, List.of(), List.of());
}
