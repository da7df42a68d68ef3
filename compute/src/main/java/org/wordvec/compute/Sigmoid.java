package org.wordvec.compute;

import jdk.incubator.vector.FloatVector;

/**
 * The logistic function as a rational approximation.
 *
 * <p>{@code sigmoid(x) - 1/2 = tanh(x/2)/2}, and with {@code y = x/2}, {@code tanh(y)} is close to
 * {@code y (945 + 105 y² + y⁴) / (945 + 420 y² + 15 y⁴)}, the fifth convergent of Lambert's
 * continued fraction. x is limited to ±{@value #LIMIT}, where word2vec.c's table ends too; inside,
 * the error is below {@value #ERROR}. Word2vec.c's table of 1,000 steps is off by up to 3e-3.
 */
final class Sigmoid {
  /** Where the approximation ends. */
  static final float LIMIT = 6;

  /** Greatest absolute error inside the limit. */
  static final float ERROR = 2.5e-4f;

  private Sigmoid() {}

  /** {@code sigmoid(x) - 1/2} in each lane; NaN stays NaN. */
  static FloatVector lessHalf(FloatVector dots) {
    FloatVector x = dots.min(LIMIT).max(-LIMIT);
    FloatVector square = x.mul(x);
    FloatVector numerator =
        square.mul(1 / 16f).add(26.25f).fma(square, FloatVector.broadcast(Simd.FLOATS, 945));
    FloatVector denominator =
        square.mul(0.9375f).add(105).fma(square, FloatVector.broadcast(Simd.FLOATS, 945));
    return x.mul(0.25f).mul(numerator).div(denominator);
  }
}
