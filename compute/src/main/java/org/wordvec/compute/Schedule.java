package org.wordvec.compute;

/**
 * How long and how fast to learn: the rate falls linearly from its start to {@value
 * #FINAL_FRACTION} of it over all epochs, as in word2vec.c.
 *
 * @param epochs passes over the corpus
 * @param learningRate rate of the first step
 */
public record Schedule(int epochs, double learningRate) {
  /** Passes over the corpus unless told otherwise. */
  public static final int DEFAULT_EPOCHS = 5;

  /** The rate never falls below this part of its start. */
  public static final double FINAL_FRACTION = 1e-4;

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if epochs is outside 1..100,000 or the rate outside ]0, 10]
   */
  public Schedule {
    if (epochs < 1 || epochs > 100_000) {
      throw new IllegalArgumentException("epochs must be 1 to 100000, not " + epochs);
    }
    if (!(learningRate > 0 && learningRate <= 10)) {
      throw new IllegalArgumentException(
          "the learning rate must be above 0 and at most 10, not " + learningRate);
    }
  }

  /** The rate after a fraction (0 to 1) of all the work. */
  public float rateAt(double fraction) {
    return (float) (learningRate * Math.max(FINAL_FRACTION, 1 - fraction));
  }
}
