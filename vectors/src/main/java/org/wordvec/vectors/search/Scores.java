package org.wordvec.vectors.search;

/**
 * Computes analogy scores. The loops over all candidates are written so that the compiler
 * vectorises them: one array, one reduction, no branch.
 */
final class Scores {
  private static final float EPSILON = (float) AnalogyMethod.EPSILON;

  private static final float SAME = 1e-5f;

  private Scores() {}

  /**
   * Returns the largest 3CosAdd score of {@code count} rows.
   *
   * @param a index of the first cosine with a; {@code b} and {@code c} likewise
   */
  static float largestCosAdd(float[] cosines, int a, int b, int c, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, cosAdd(cosines[a + i], cosines[b + i], cosines[c + i]));
    }
    return largest;
  }

  /** Returns the largest 3CosMul score of {@code count} rows. */
  static float largestCosMul(float[] cosines, int a, int b, int c, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, cosMul(cosines[a + i], cosines[b + i], cosines[c + i]));
    }
    return largest;
  }

  /** Returns the largest PairDirection score of {@code count} rows, up to the norm of b − a. */
  static float largestPairDirection(float[] cosines, int a, int b, int c, float offset, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest =
          Math.max(largest, pairDirection(cosines[a + i], cosines[b + i], cosines[c + i], offset));
    }
    return largest;
  }

  /** Returns b − a + c. */
  static float cosAdd(float a, float b, float c) {
    return b - a + c;
  }

  /** Returns s(b) · s(c) / (s(a) + ε) with s(x) = (1 + x) / 2. */
  static float cosMul(float a, float b, float c) {
    return (0.5f + 0.5f * b) * (0.5f + 0.5f * c) / (0.5f + 0.5f * a + EPSILON);
  }

  /**
   * Returns |b − a| cos(x − c, b − a) for unit vectors, from the cosines of x with a, b and c.
   *
   * @param offset c · (b − a)
   */
  static float pairDirection(float a, float b, float c, float offset) {
    // If x equals c apart from rounding, there is no direction.
    float square = 2 - 2 * c;
    return square < SAME ? 0 : (b - a - offset) / (float) Math.sqrt(square);
  }
}
