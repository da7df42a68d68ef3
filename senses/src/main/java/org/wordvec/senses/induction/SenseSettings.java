package org.wordvec.senses.induction;

/**
 * Tells how words are divided into senses. Start at {@link #DEFAULT}.
 *
 * @param maximumSenses of a word
 * @param concentration how readily a word is divided, above 0 to 1. A cluster of contexts is
 *     divided if the separation of its parts is above {@code 1 − concentration}: {@code 4 a b (1 −
 *     cos)}, with the shares a and b of the parts and the cosine of their centres, which is 1 for
 *     two halves with nothing in common. Like the concentration of a Dirichlet process, a greater
 *     one gives more senses
 * @param minimumShare least share of a sense in the contexts of its word, 0 to 0.5
 */
public record SenseSettings(int maximumSenses, double concentration, double minimumShare) {
  /** Greatest number of senses of a word by default. */
  public static final int DEFAULT_MAXIMUM = 5;

  /** Divides about one in ten ordinary words: see docs/design/senses.md. */
  public static final double DEFAULT_CONCENTRATION = 0.18;

  /** Least share of a sense by default. */
  public static final double DEFAULT_SHARE = 0.05;

  /** The default settings. */
  public static final SenseSettings DEFAULT =
      new SenseSettings(DEFAULT_MAXIMUM, DEFAULT_CONCENTRATION, DEFAULT_SHARE);

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException naming the first that is out of range
   */
  public SenseSettings {
    if (maximumSenses < 2 || maximumSenses > 100) {
      throw new IllegalArgumentException(
          "the maximum number of senses must be 2 to 100, not " + maximumSenses);
    }
    if (!(concentration > 0 && concentration <= 1)) {
      throw new IllegalArgumentException(
          "the concentration must be above 0 and at most 1, not " + concentration);
    }
    if (!(minimumShare >= 0 && minimumShare <= 0.5)) {
      throw new IllegalArgumentException(
          "the minimum share of a sense must be 0 to 0.5, not " + minimumShare);
    }
  }

  /** Returns the separation above which a cluster of contexts is divided. */
  public double separation() {
    return 1 - concentration;
  }
}
