package org.wordvec.compute;

import java.util.Objects;

/**
 * Dot products without the Vector API: slower in the long run, and done before the vector kernels
 * would have been compiled.
 *
 * <p>Rows are copied to arrays, whose loops even the interpreter runs well. Stateless; safe for use
 * by several threads.
 */
public final class ScalarProducts {
  private ScalarProducts() {}

  /** As {@link DotProducts#multiply} but for the last digits. */
  public static void multiply(
      Matrix queries,
      int firstQuery,
      int queryCount,
      FloatRows rows,
      int firstRow,
      int rowCount,
      float[] products) {
    Objects.checkFromIndexSize(firstQuery, queryCount, queries.rows());
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    Objects.checkFromIndexSize(0L, (long) queryCount * rowCount, products.length);
    rows.checkLength(queries.dimensions());
    float[][] asked = new float[queryCount][];
    for (int query = 0; query < queryCount; query++) {
      asked[query] = queries.row(firstQuery + query);
    }
    float[] row = new float[rows.dimensions()];
    for (int i = 0; i < rowCount; i++) {
      rows.copyRow(firstRow + i, row, 0);
      for (int query = 0; query < queryCount; query++) {
        products[query * rowCount + i] = product(asked[query], row);
      }
    }
  }

  /** As {@link DotProducts#measure} but for the last digits. */
  public static void measure(
      Matrix queries,
      int query,
      FloatRows rows,
      int firstRow,
      int rowCount,
      float[] products,
      float[] squares) {
    Objects.checkIndex(query, queries.rows());
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    Objects.checkFromIndexSize(0, rowCount, Math.min(products.length, squares.length));
    rows.checkLength(queries.dimensions());
    float[] asked = queries.row(query);
    float[] row = new float[rows.dimensions()];
    for (int i = 0; i < rowCount; i++) {
      rows.copyRow(firstRow + i, row, 0);
      products[i] = product(asked, row);
      squares[i] = product(row, row);
    }
  }

  /** Four sums, so that an addition need not wait for the one before. */
  private static float product(float[] left, float[] right) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int whole = left.length - left.length % 4;
    for (int i = 0; i < whole; i += 4) {
      sum0 += left[i] * right[i];
      sum1 += left[i + 1] * right[i + 1];
      sum2 += left[i + 2] * right[i + 2];
      sum3 += left[i + 3] * right[i + 3];
    }
    for (int i = whole; i < left.length; i++) {
      sum0 += left[i] * right[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
