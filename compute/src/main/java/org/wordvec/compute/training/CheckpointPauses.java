package org.wordvec.compute.training;

/**
 * Tells how long training paused for checkpoints.
 *
 * @param count checkpoints that this process wrote
 * @param seconds of all of them together
 */
public record CheckpointPauses(int count, double seconds) {
  /** No pauses. */
  public static final CheckpointPauses NONE = new CheckpointPauses(0, 0);

  CheckpointPauses and(double more) {
    return new CheckpointPauses(count + 1, seconds + more);
  }
}
