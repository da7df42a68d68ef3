package org.wordvec.vectors;

/**
 * Loops over the scores of a run of rows. The loops that go over every candidate of every question
 * are written so that the compiler vectorises them: one array, one reduction, no branch.
 */
final class Scores {
  private static final float EPSILON = (float) AnalogyMethod.EPSILON;

  private Scores() {}

  /** Takes rows out of the race; those outside the run are left alone. */
  static void exclude(int[] excluded, float[] scores, int at, int firstRow, int count) {
    for (int row : excluded) {
      if (row >= firstRow && row < firstRow + count) {
        scores[at + row - firstRow] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  /** The largest 3CosAdd score of a run, given where the cosines with a, b and c begin. */
  static float largestCosAdd(float[] cosines, int a, int b, int c, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, cosAdd(cosines[a + i], cosines[b + i], cosines[c + i]));
    }
    return largest;
  }

  /** The largest 3CosMul score of a run. */
  static float largestCosMul(float[] cosines, int a, int b, int c, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, cosMul(cosines[a + i], cosines[b + i], cosines[c + i]));
    }
    return largest;
  }

  /** b − a + c. */
  static float cosAdd(float a, float b, float c) {
    return b - a + c;
  }

  /** s(b) · s(c) / (s(a) + ε) with s(x) = (1 + x) / 2. */
  static float cosMul(float a, float b, float c) {
    return (0.5f + 0.5f * b) * (0.5f + 0.5f * c) / (0.5f + 0.5f * a + EPSILON);
  }
}
