package org.wordvec.compute.kernels;

import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import org.wordvec.compute.Rows;

/**
 * Fits products of rows to targets by AdaGrad: each call takes one step down the gradient of {@code
 * J = weight / 2 * (a . b - target)^2} by both rows. Safe for use by several threads, which share
 * the rows without locks (Hogwild, Recht et al. 2011).
 */
public final class WeightedLeastSquares {
  /**
   * No parameter that is worth having is larger than this, so a gradient that has not reached this
   * part of the limit before it is multiplied by one need not be limited, which costs time.
   */
  private static final float GREATEST_PARAMETER = 64;

  private final int bytes;
  private final int sumOffset;
  private final float clip;

  /**
   * For rows of one shape.
   *
   * @param clip no gradient of a single parameter counts as larger than this
   * @throws IllegalArgumentException if the limit is not positive
   */
  public WeightedLeastSquares(AdaGradRows rows, double clip) {
    if (!(clip > 0)) {
      throw new IllegalArgumentException("the gradient clip must be above 0, not " + clip);
    }
    this.bytes = Rows.bytes(rows.columns());
    this.sumOffset = rows.sumOffset();
    this.clip = (float) clip;
  }

  /**
   * Takes one step.
   *
   * @param a address of a row, from {@link AdaGradRows#address}
   * @param b address of another
   * @return the cost J before the step
   */
  public float train(long a, long b, float target, float weight, float rate) {
    float difference = AdaGradKernel.product(a, b, bytes, VECTOR_BYTES) - target;
    float gradient = weight * difference;
    long sumsA = a + sumOffset;
    long sumsB = b + sumOffset;
    if (Math.abs(gradient) * GREATEST_PARAMETER < clip) {
      AdaGradKernel.update(a, b, sumsA, sumsB, rate * gradient, bytes, VECTOR_BYTES);
    } else {
      AdaGradKernel.updateClipped(
          a, b, sumsA, sumsB, rate * gradient, rate * clip, bytes, VECTOR_BYTES);
    }
    return 0.5f * gradient * difference;
  }
}
