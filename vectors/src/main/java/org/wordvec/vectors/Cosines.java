package org.wordvec.vectors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.wordvec.compute.DotProducts;
import org.wordvec.compute.Matrix;

/**
 * Cosines of unit vectors with the rows of a matrix. Keeps the inverse norms, 4 bytes a row,
 * instead of a normalised copy of the matrix. Safe for use by several threads.
 */
final class Cosines {
  private final Matrix rows;
  private final float[] inverseNorms;

  Cosines(Matrix rows) {
    this(rows, rows.rows());
  }

  /** Cosines with the first {@code count} rows alone. */
  Cosines(Matrix rows, int count) {
    this.rows = rows;
    this.inverseNorms = new float[count];
    float[] row = new float[rows.dimensions()];
    for (int i = 0; i < count; i++) {
      long offset = i * rows.rowBytes();
      MemorySegment.copy(rows.segment(), ValueLayout.JAVA_FLOAT, offset, row, 0, row.length);
      inverseNorms[i] = (float) inverseNorm(row);
    }
  }

  /** Number of rows. */
  int size() {
    return inverseNorms.length;
  }

  /**
   * Sets {@code cosines[q * rowCount + r]} for the first {@code queryCount} queries, which are unit
   * vectors, and the rows from {@code firstRow} on.
   */
  void compute(Matrix queries, int queryCount, int firstRow, int rowCount, float[] cosines) {
    DotProducts.multiply(queries, 0, queryCount, rows, firstRow, rowCount, cosines);
    for (int query = 0; query < queryCount; query++) {
      scale(cosines, query * rowCount, inverseNorms, firstRow, rowCount);
    }
  }

  private static void scale(float[] values, int at, float[] factors, int from, int count) {
    for (int i = 0; i < count; i++) {
      // Rounding could take a cosine out of its range.
      values[at + i] = Math.max(-1, Math.min(1, values[at + i] * factors[from + i]));
    }
  }

  /** The row as a unit vector; zeros stay zeros. */
  float[] unitRow(int row) {
    return unit(rows.row(row));
  }

  /** A vector divided by its norm; zeros stay zeros. */
  static float[] unit(float[] vector) {
    double inverseNorm = inverseNorm(vector);
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      unit[i] = (float) (vector[i] * inverseNorm);
    }
    return unit;
  }

  /** The cosine of two vectors in double precision; 0 if one is all zeros. */
  static double between(float[] left, float[] right) {
    double product = 0;
    for (int i = 0; i < left.length; i++) {
      product += (double) left[i] * right[i];
    }
    return Math.clamp(product * inverseNorm(left) * inverseNorm(right), -1, 1);
  }

  private static double inverseNorm(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return squares == 0 ? 0 : 1 / Math.sqrt(squares);
  }
}
