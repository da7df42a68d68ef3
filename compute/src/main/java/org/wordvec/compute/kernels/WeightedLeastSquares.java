package org.wordvec.compute.kernels;

import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import java.lang.ref.Reference;
import java.util.Locale;
import java.util.Objects;
import org.wordvec.compute.simd.Rows;

/**
 * Fits products of rows and columns to targets by AdaGrad: each call takes one step down the
 * gradient of {@code J = weight / 2 * (row . column - target)^2} by both.
 *
 * <p>Rows and columns are named by their numbers, which are checked; the arenas of both must stay
 * open. Safe for use by several threads, which share the rows without locks (Hogwild, Recht et al.
 * 2011).
 */
public final class WeightedLeastSquares {
  /**
   * No useful parameter is larger than this, so a gradient that has not reached this part of the
   * limit before it is multiplied by one need not be limited, which costs time.
   */
  private static final float GREATEST_PARAMETER = 64;

  private final AdaGradRows rows;
  private final AdaGradRows columns;
  private final long rowBase;
  private final long columnBase;
  private final int rowCount;
  private final int columnCount;
  private final long rowBytes;
  private final int bytes;
  private final int sumOffset;
  private final float clip;

  /**
   * Creates a kernel for pairs of a row and a column.
   *
   * @param rows parameters of the rows, {@code [rows, values]}
   * @param columns parameters of the columns, {@code [columns, values]}
   * @param clip no gradient of a single parameter counts as larger than this
   * @throws IllegalArgumentException if the limit is not positive, or rows and columns differ in
   *     length
   */
  public static WeightedLeastSquares of(AdaGradRows rows, AdaGradRows columns, double clip) {
    if (!(clip > 0)) {
      throw new IllegalArgumentException("the gradient clip must be above 0, not " + clip);
    }
    if (rows.columns() != columns.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no products of rows of %d values with columns of %d",
              rows.columns(),
              columns.columns()));
    }
    return new WeightedLeastSquares(rows, columns, (float) clip);
  }

  private WeightedLeastSquares(AdaGradRows rows, AdaGradRows columns, float clip) {
    this.rows = rows;
    this.columns = columns;
    this.rowBase = rows.matrix().segment().address();
    this.columnBase = columns.matrix().segment().address();
    this.rowCount = rows.rows();
    this.columnCount = columns.rows();
    this.rowBytes = rows.matrix().rowBytes();
    this.bytes = Rows.bytes(rows.columns());
    this.sumOffset = rows.sumOffset();
    this.clip = clip;
  }

  /** Returns a kernel of the same limit for the transposed matrix: rows and columns exchanged. */
  public WeightedLeastSquares transposed() {
    return new WeightedLeastSquares(columns, rows, clip);
  }

  /**
   * Takes one step.
   *
   * @return the cost J before the step
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public float train(int row, int column, float target, float weight, float rate) {
    long a = rowBase + Objects.checkIndex(row, rowCount) * rowBytes;
    long b = columnBase + Objects.checkIndex(column, columnCount) * rowBytes;
    try {
      return train(a, b, target, weight, rate);
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }

  private float train(long a, long b, float target, float weight, float rate) {
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
