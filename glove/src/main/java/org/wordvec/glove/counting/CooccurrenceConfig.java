package org.wordvec.glove.counting;

/**
 * Which words co-occur.
 *
 * @param window greatest distance of two words; out-of-vocabulary words take no place
 * @param sides where a word's context lies
 * @param weighting what a pair counts by its distance
 */
public record CooccurrenceConfig(int window, ContextSides sides, DistanceWeighting weighting) {
  /** GloVe's {@code -window-size}. */
  public static final int DEFAULT_WINDOW = 15;

  /**
   * Checks the window.
   *
   * @throws IllegalArgumentException if it is outside 1..1000
   */
  public CooccurrenceConfig {
    if (window < 1 || window > 1_000) {
      throw new IllegalArgumentException("the window must be 1 to 1000, not " + window);
    }
  }
}
