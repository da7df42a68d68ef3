package org.wordvec.deeplearning4j;

import org.wordvec.compute.Matrix;

/** Finds values that are not finite. */
final class FiniteCheck {
  private FiniteCheck() {}

  /** Returns the first row with NaN or an infinite value, or −1. */
  static int firstBad(Matrix matrix) {
    for (int row = 0; row < matrix.rows(); row++) {
      for (float value : matrix.row(row)) {
        if (!Float.isFinite(value)) {
          return row;
        }
      }
    }
    return -1;
  }
}
