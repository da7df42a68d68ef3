package org.wordvec.compute.training;

import java.time.Duration;

/** Tells how often a run is saved. */
public sealed interface CheckpointInterval {
  /** Saves by the clock. */
  record Time(Duration duration) implements CheckpointInterval {
    /**
     * Checks the duration.
     *
     * @throws IllegalArgumentException if it is not above 0
     */
    public Time {
      if (!duration.isPositive()) {
        throw new IllegalArgumentException("the time between checkpoints must be above 0");
      }
    }
  }

  /** Saves by the work done: a part of the whole run. */
  record Part(double fraction) implements CheckpointInterval {
    /**
     * Checks the part.
     *
     * @throws IllegalArgumentException if it is outside ]0, 1]
     */
    public Part {
      if (!(fraction > 0 && fraction <= 1)) {
        throw new IllegalArgumentException(
            "the work between checkpoints must be above 0 and at most the whole");
      }
    }
  }

  /** Saves by whole epochs. */
  record Epochs(int count) implements CheckpointInterval {
    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Epochs {
      if (count < 1) {
        throw new IllegalArgumentException("the epochs between checkpoints must be at least 1");
      }
    }
  }

  /**
   * Returns the slice before which the next one is due by the work done; {@link Long#MAX_VALUE}
   * where time decides.
   *
   * @param next the slice that is next
   * @param slices of the run
   * @param slicesPerEpoch of an epoch
   */
  default long after(long next, long slices, long slicesPerEpoch) {
    return switch (this) {
      case Time _ -> Long.MAX_VALUE;
      case Part(double fraction) -> {
        long step = Math.max(1, Math.round(fraction * slices));
        yield (next / step + 1) * step;
      }
      case Epochs(int count) -> {
        long step = count * slicesPerEpoch;
        yield (next / step + 1) * step;
      }
    };
  }

  /** Returns whether one is due, by the seconds since the last. */
  default boolean isDueAfter(double seconds) {
    return this instanceof Time(Duration duration) && seconds >= 1e-9 * duration.toNanos();
  }
}
