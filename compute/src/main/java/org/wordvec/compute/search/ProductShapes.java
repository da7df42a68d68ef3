package org.wordvec.compute.search;

import java.util.Objects;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/** Checks that the arguments of {@link DotProducts} fit together. */
final class ProductShapes {
  private ProductShapes() {}

  /** Checks the arguments of {@link DotProducts#multiply}. */
  static void check(Matrix queries, FloatRows rows, int firstRow, int rowCount, float[] products) {
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    Objects.checkFromIndexSize(0L, (long) queries.rows() * rowCount, products.length);
    rows.checkLength(queries.dimensions());
  }

  /** Checks the arguments of {@link DotProducts#measure}. */
  static void check(
      Matrix query, FloatRows rows, int firstRow, int rowCount, float[] products, float[] squares) {
    Objects.checkIndex(0, query.rows());
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    Objects.checkFromIndexSize(0, rowCount, Math.min(products.length, squares.length));
    rows.checkLength(query.dimensions());
  }
}
