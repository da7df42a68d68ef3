package org.wordvec.spark;

import java.util.List;

/**
 * Where a training stands.
 *
 * @param round rounds that are done
 * @param seconds that they took
 * @param losses sums of the losses, an element an epoch that has begun
 * @param predictions how many were measured, likewise
 */
record RoundState(int round, double seconds, List<Double> losses, List<Long> predictions) {
  static final RoundState BEGINNING = new RoundState(0, 0, List.of(), List.of());
}
