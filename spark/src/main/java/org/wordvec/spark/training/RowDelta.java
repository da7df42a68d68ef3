package org.wordvec.spark.training;

import java.io.Serializable;

/** Holds the change of some rows of a matrix in a round. The arrays must not be changed. */
public final class RowDelta implements Serializable {
  private static final long serialVersionUID = 1;

  /** Takes the place of a part where the deltas of all parts are merged. */
  static final int MERGED = -1;

  private final int part;
  private final int matrix;
  private final int[] rows;
  private final float[] deltas;

  /**
   * Creates a delta of these arrays, which are not copied.
   *
   * @param part that changed the rows
   * @param matrix number of the matrix
   * @param rows numbers of the rows, ascending; at least one
   * @param deltas differences, shape [rows, columns]
   */
  RowDelta(int part, int matrix, int[] rows, float[] deltas) {
    this.part = part;
    this.matrix = matrix;
    this.rows = rows;
    this.deltas = deltas;
  }

  int part() {
    return part;
  }

  int matrix() {
    return matrix;
  }

  int[] rows() {
    return rows;
  }

  float[] deltas() {
    return deltas;
  }

  /** Returns the number of columns. */
  int columns() {
    return deltas.length / rows.length;
  }

  /** Returns the number of bytes of both arrays. */
  long bytes() {
    return (long) Float.BYTES * (rows.length + deltas.length);
  }
}
