package org.wordvec.vectors;

/** Computes norms, dot products and cosines of single vectors, in double precision. Stateless. */
public final class Geometry {
  private Geometry() {}

  /** Returns a vector divided by its norm; zeros stay zeros. */
  public static float[] unit(float[] vector) {
    double inverseNorm = inverseNorm(vector);
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      unit[i] = (float) (vector[i] * inverseNorm);
    }
    return unit;
  }

  /**
   * Returns the cosine of two vectors; 0 if one is all zeros. It is the same whichever comes first,
   * to the last bit, and exactly 1 of a vector with itself.
   */
  public static double between(float[] left, float[] right) {
    // Products of the squared norms commute and have an exact root where both are equal.
    double norms = Math.sqrt(squares(left) * squares(right));
    return norms == 0 ? 0 : Math.clamp(dot(left, right) / norms, -1, 1);
  }

  /** Returns the dot product. */
  public static double dot(float[] left, float[] right) {
    double product = 0;
    for (int i = 0; i < left.length; i++) {
      product += (double) left[i] * right[i];
    }
    return product;
  }

  /** Returns the Euclidean norm. */
  public static double norm(float[] vector) {
    return Math.sqrt(squares(vector));
  }

  /** Returns whether a vector has no direction: all of it is zero. */
  public static boolean isZero(float[] vector) {
    for (float value : vector) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private static double squares(float[] vector) {
    return dot(vector, vector);
  }

  /** Returns 1 over the norm; 0 for zeros. */
  public static double inverseNorm(float[] vector) {
    double norm = norm(vector);
    return norm == 0 ? 0 : 1 / norm;
  }
}
