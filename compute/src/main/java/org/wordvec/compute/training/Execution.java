package org.wordvec.compute.training;

/**
 * Tells how a training runs.
 *
 * @param threads how many threads share the matrices; with one, a run is bit-reproducible
 * @param seed of every random draw
 */
public record Execution(int threads, long seed) {
  /** The default seed. */
  public static final long DEFAULT_SEED = 1;

  /**
   * Checks the number of threads.
   *
   * @throws IllegalArgumentException if it is outside 1..1024
   */
  public Execution {
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must be 1 to 1024, not " + threads);
    }
  }
}
