package org.wordvec.compute.training;

/**
 * Hands out the slices of a run in order, and pauses all workers where a checkpoint is due: then
 * every slice before the next one was trained, and none after it. The last worker to arrive runs
 * the pause action. Safe for use by several threads.
 */
final class SliceQueue {
  static final long END = -1;

  private final long slices;
  private final CheckpointPlan plan;
  private final PauseAction action;
  private long next;
  private int atWork;
  private long lastPause;
  private boolean pauseRequested;
  private boolean pausing;
  private long began;
  private boolean stopping;
  private boolean ended;

  /** Runs while no slice is being trained. */
  @FunctionalInterface
  interface PauseAction {
    /**
     * Runs the action.
     *
     * @param next the slice that comes after
     * @param began when training paused, by {@link System#nanoTime}
     * @param stopping whether training was interrupted
     */
    void run(long next, long began, boolean stopping);
  }

  /**
   * Creates a queue of the slices from {@code next} on.
   *
   * @param plan when a pause is due
   */
  SliceQueue(long next, long slices, CheckpointPlan plan, PauseAction action) {
    this.next = next;
    this.lastPause = next;
    this.slices = slices;
    this.plan = plan;
    this.action = action;
    plan.pausedAt(next);
  }

  /**
   * Returns the next slice, whose worker must say when it is {@link #done}; {@link #END} if there
   * are no more.
   */
  synchronized long claim() throws InterruptedException {
    while (!ended) {
      boolean due = pauseRequested || plan.isDue(next);
      if (!due) {
        if (next == slices) {
          break;
        }
        atWork++;
        return next++;
      }
      if (!pausing) {
        pausing = true;
        began = System.nanoTime();
      }
      if (atWork == 0) {
        pause();
      } else {
        wait();
      }
    }
    return END;
  }

  private void pause() {
    boolean succeeded = false;
    try {
      action.run(next, began, stopping);
      succeeded = true;
      lastPause = next;
    } finally {
      pauseRequested = false;
      pausing = false;
      plan.pausedAt(next);
      // What failed must not be tried again by another worker.
      ended = !succeeded || stopping || next == slices;
      notifyAll();
    }
  }

  /** Records that a slice is trained. */
  synchronized void done() {
    atWork--;
    notifyAll();
  }

  /** Hands out no further slice, and pauses once more if any was trained since the last pause. */
  synchronized void stop() {
    stopping = true;
    pauseRequested = next != lastPause;
    ended = !pauseRequested;
    notifyAll();
  }

  /** Hands out no further slice, and pauses no more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }
}
