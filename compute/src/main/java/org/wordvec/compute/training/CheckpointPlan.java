package org.wordvec.compute.training;

/** Decides when a run's next checkpoint is due. Belongs to one thread at a time. */
final class CheckpointPlan {
  private final boolean kept;
  private final CheckpointInterval interval;
  private final long slices;
  private final long slicesPerEpoch;
  private long dueBefore;
  private long last;

  /** Creates a plan for a run of {@code slices} slices; one is always due at its end. */
  CheckpointPlan(Checkpoints checkpoints, long slices, long slicesPerEpoch) {
    this.kept = checkpoints.areKept();
    this.interval = checkpoints.interval();
    this.slices = slices;
    this.slicesPerEpoch = slicesPerEpoch;
  }

  /** Records that one was written before a slice, or that the run begins with it. */
  void pausedAt(long next) {
    last = System.nanoTime();
    dueBefore =
        kept && next < slices
            ? Math.min(slices, interval.after(next, slices, slicesPerEpoch))
            : Long.MAX_VALUE;
  }

  /** Returns whether one is due before a slice. */
  boolean isDue(long next) {
    return next >= dueBefore
        || (kept && next < slices && interval.isDueAfter(1e-9 * (System.nanoTime() - last)));
  }
}
