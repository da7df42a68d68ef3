package org.wordvec.deeplearning4j;

import java.nio.file.Path;
import org.wordvec.compute.Matrix;
import org.wordvec.vectors.VectorFormatException;

/** Looks for values that are no numbers. */
final class FiniteCheck {
  private FiniteCheck() {}

  static void rows(Matrix matrix, Path path) throws VectorFormatException {
    int row = firstBad(matrix);
    if (row >= 0) {
      throw new VectorFormatException(
          path, "row " + (row + 1) + " holds a value that is not finite");
    }
  }

  /** The first row with NaN or an infinite value, or −1. */
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
