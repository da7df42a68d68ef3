package org.wordvec.vectors.senses;

import org.wordvec.vectors.Geometry;

/** Computes with directions of vectors. */
final class Directions {
  private Directions() {}

  /**
   * Returns a vector scaled to length 1; zeros stay zeros. Divides by the norm where {@link
   * Geometry#unit} multiplies by its inverse, which can differ in the last bit.
   */
  static float[] unit(float[] vector) {
    double norm = Geometry.norm(vector);
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length && norm > 0; i++) {
      unit[i] = (float) (vector[i] / norm);
    }
    return unit;
  }

  /**
   * Returns the unit vector of the component of a vector that is orthogonal to {@code axis}, a unit
   * vector.
   */
  static float[] without(float[] vector, float[] axis) {
    float[] residual = unit(vector);
    add(residual, -Geometry.dot(residual, axis), axis);
    return unit(residual);
  }

  static void add(float[] sum, double factor, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (factor * vector[i]);
    }
  }
}
