package org.wordvec.glove.entries;

/**
 * How much an entry x of the counts weighs in the cost: {@code f(x) = min(1, (x / xMax)^alpha)}
 * (Pennington, Socher and Manning 2014, equation 9).
 *
 * @param xMax counts from here on weigh alike
 * @param alpha 0 makes all entries weigh alike
 */
public record Weighting(double xMax, double alpha) {
  /** GloVe's {@code -x-max}. */
  public static final double DEFAULT_X_MAX = 100;

  /** GloVe's {@code -alpha}. */
  public static final double DEFAULT_ALPHA = 0.75;

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if xMax is not above 0 or alpha outside 0..2
   */
  public Weighting {
    if (!(xMax > 0 && Double.isFinite(xMax))) {
      throw new IllegalArgumentException("x-max must be above 0, not " + xMax);
    }
    if (!(alpha >= 0 && alpha <= 2)) {
      throw new IllegalArgumentException("alpha must be 0 to 2, not " + alpha);
    }
  }

  /** Returns the weight of an entry by its natural logarithm, which training needs too. */
  double ofLogarithm(double log) {
    return Math.min(1, Math.exp(alpha * (log - Math.log(xMax))));
  }
}
