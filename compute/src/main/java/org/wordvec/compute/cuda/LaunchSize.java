package org.wordvec.compute.cuda;

/**
 * Chooses how many slices a kernel takes, so that it runs for about a quarter of a second and
 * seldom for more than half: a system whose screen the GPU drives ends a kernel after two seconds
 * or so (Windows) or stands still meanwhile. Begins with few, since nothing is known of the GPU,
 * and takes more as it turns out to be fast. Belongs to one thread at a time.
 */
public final class LaunchSize {
  /** A kernel that took longer is followed by smaller ones. */
  private static final double MOST_SECONDS = 0.5;

  private static final double WANTED_SECONDS = 0.25;

  /** How far a size may grow at once: the first kernels also wait for what is not in caches yet. */
  private static final double GREATEST_FACTOR = 4;

  private final int least;
  private int size;

  /**
   * Creates a size to begin with.
   *
   * @param least size, however long it takes
   */
  public LaunchSize(int first, int least) {
    this.size = first;
    this.least = least;
  }

  /** Returns how many of the slices left the next kernel takes. */
  public int of(int left) {
    return Math.min(left, size);
  }

  /** Adapts the size to the seconds that a kernel took. */
  public void took(int slices, double seconds) {
    double factor = Math.min(GREATEST_FACTOR, WANTED_SECONDS / Math.max(1e-9, seconds));
    if (seconds > MOST_SECONDS) {
      size = Math.max(least, (int) (slices * factor));
    } else if (slices == size && factor > 1) {
      size = (int) Math.min(Integer.MAX_VALUE, size * factor);
    }
  }
}
