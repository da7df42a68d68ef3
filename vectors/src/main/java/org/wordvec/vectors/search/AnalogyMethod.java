package org.wordvec.vectors.search;

/**
 * Scores of a candidate x as the answer to "a is to b as c is to x" (Levy and Goldberg 2014,
 * "Linguistic Regularities in Sparse and Explicit Word Representations", sections 3, 4 and 6).
 */
public enum AnalogyMethod {
  /** 3CosAdd: cos(x, b) − cos(x, a) + cos(x, c), up to a factor the cosine of x and b − a + c. */
  COS_ADD("3cosadd"),

  /**
   * 3CosMul: s(x, b) · s(x, c) / (s(x, a) + ε), where s = (1 + cos) / 2 and ε = {@value #EPSILON}.
   */
  COS_MUL("3cosmul"),

  /**
   * PairDirection: cos(x − c, b − a) for unit vectors; 0 where x is c. Requires the same direction
   * only, not that x is near.
   */
  PAIR_DIRECTION("pairdirection");

  /** Prevents division by zero in 3CosMul. */
  public static final double EPSILON = 0.001;

  private final String spelling;

  AnalogyMethod(String spelling) {
    this.spelling = spelling;
  }

  /** Returns how options and reports spell it, such as {@code 3cosadd}. */
  @Override
  public String toString() {
    return spelling;
  }
}
