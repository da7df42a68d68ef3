package org.wordvec.compute.training;

/** Decides when a run's next checkpoint is due. Belongs to one thread at a time. */
final class CheckpointPlan {
  private final boolean kept;
  private final CheckpointInterval interval;
  private final long end;
  private final long slices;
  private final long slicesPerEpoch;
  private long dueBefore;
  private long last;

  /**
   * Creates a plan.
   *
   * @param end of the part of the run that it is for, where one is always due
   * @param slices of the whole run
   */
  CheckpointPlan(Checkpoints checkpoints, long end, long slices, long slicesPerEpoch) {
    this.kept = checkpoints.areKept();
    this.interval = checkpoints.interval();
    this.end = end;
    this.slices = slices;
    this.slicesPerEpoch = slicesPerEpoch;
  }

  /** Records that one was written before a slice, or that the run begins with it. */
  void pausedAt(long next) {
    last = System.nanoTime();
    dueBefore =
        kept && next < end
            ? Math.min(end, interval.after(next, slices, slicesPerEpoch))
            : Long.MAX_VALUE;
  }

  /** Returns whether one is due before a slice. */
  boolean isDue(long next) {
    return next >= dueBefore
        || (kept && next < end && interval.isDueAfter(1e-9 * (System.nanoTime() - last)));
  }
}
