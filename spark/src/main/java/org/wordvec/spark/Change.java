package org.wordvec.spark;

import java.io.Serializable;

/** What became of some rows of a matrix in a round. The arrays are not copied, nor changed. */
final class Change implements Serializable {
  private static final long serialVersionUID = 1;

  /** In place of a part, where the changes of all are merged. */
  static final int MERGED = -1;

  private final int part;
  private final int matrix;
  private final int[] rows;
  private final float[] deltas;

  /**
   * A change.
   *
   * @param part who says so
   * @param matrix number of the matrix
   * @param rows which, ascending; at least one
   * @param deltas how far each moved, one row's numbers after the other's
   */
  Change(int part, int matrix, int[] rows, float[] deltas) {
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

  /** Numbers in a row. */
  int columns() {
    return deltas.length / rows.length;
  }

  /** Bytes of the numbers, as they travel. */
  long bytes() {
    return (long) Float.BYTES * (rows.length + deltas.length);
  }
}
