package org.wordvec.compute;

/**
 * Hands out the slices of a run in order, and brings all workers to rest where a checkpoint is due:
 * then every slice before the next was trained, and none after. The last worker to come does what
 * is to be done meanwhile. Safe for use by several threads.
 */
final class SliceQueue {
  static final long END = -1;

  private final long slices;
  private final CheckpointPlan plan;
  private final Rest rest;
  private long next;
  private int atWork;
  private long rested;
  private boolean restAsked;
  private boolean restBegun;
  private long began;
  private boolean stopping;
  private boolean ended;

  /** What is done while no slice is being trained. */
  @FunctionalInterface
  interface Rest {
    /**
     * Does it.
     *
     * @param next the slice that comes after
     * @param began when training began to stand still, by {@link System#nanoTime}
     * @param stopping whether training was interrupted
     */
    void rest(long next, long began, boolean stopping);
  }

  /**
   * For all slices from one on.
   *
   * @param plan when a rest is due
   */
  SliceQueue(long next, long slices, CheckpointPlan plan, Rest rest) {
    this.next = next;
    this.rested = next;
    this.slices = slices;
    this.plan = plan;
    this.rest = rest;
    plan.restedAt(next);
  }

  /** The next slice, whose worker must say when it is {@link #done}; {@link #END} for no more. */
  synchronized long claim() throws InterruptedException {
    while (!ended) {
      boolean due = restAsked || plan.isDue(next);
      if (!due) {
        if (next == slices) {
          break;
        }
        atWork++;
        return next++;
      }
      if (!restBegun) {
        restBegun = true;
        began = System.nanoTime();
      }
      if (atWork == 0) {
        rest();
      } else {
        wait();
      }
    }
    return END;
  }

  private void rest() {
    boolean rested = false;
    try {
      rest.rest(next, began, stopping);
      rested = true;
    } finally {
      restAsked = false;
      restBegun = false;
      plan.restedAt(next);
      // Nobody else may try again what failed.
      ended = !rested || stopping || next == slices;
      notifyAll();
    }
  }

  /** Hears that a slice is trained. */
  synchronized void done() {
    atWork--;
    notifyAll();
  }

  /** No further slice is handed out, but one rest is still taken if any was since the last. */
  synchronized void stop() {
    stopping = true;
    restAsked = next != rested;
    ended = !restAsked;
    notifyAll();
  }

  /** No further slice is handed out, and nobody rests. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }
}
