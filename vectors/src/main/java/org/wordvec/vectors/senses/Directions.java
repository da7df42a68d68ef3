package org.wordvec.vectors.senses;

/** Arithmetic on directions in the space of words. */
final class Directions {
  private Directions() {}

  static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }

  /** Scales a vector to length 1; zeros stay zeros. */
  static float[] unit(float[] vector) {
    double norm = Math.sqrt(dot(vector, vector));
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length && norm > 0; i++) {
      unit[i] = (float) (vector[i] / norm);
    }
    return unit;
  }

  /** What is left of a vector's direction without that of {@code axis}, a unit vector. */
  static float[] without(float[] vector, float[] axis) {
    float[] rest = unit(vector);
    add(rest, -dot(rest, axis), axis);
    return unit(rest);
  }

  static void add(float[] sum, double factor, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (factor * vector[i]);
    }
  }
}
