package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.util.Random;
import org.wordvec.compute.Matrix;

/** Matrices for the tests of kernels. */
public final class KernelData {
  private KernelData() {}

  /** Values between minus and plus half of the scale. */
  public static Matrix random(Arena arena, int rows, int dimensions, float scale, long seed) {
    Matrix matrix = Matrix.allocate(arena, rows, dimensions);
    fill(matrix, scale, seed);
    return matrix;
  }

  /** Sets all values to draws between minus and plus half of the scale. */
  static void fill(Matrix matrix, float scale, long seed) {
    Random random = new Random(seed);
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.dimensions(); column++) {
        matrix.set(row, column, scale * (random.nextFloat() - 0.5f));
      }
    }
  }

  /** All rows, in double precision. */
  public static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.dimensions()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        rows[row][column] = matrix.get(row, column);
      }
    }
    return rows;
  }

  /** Whether all that stands behind the dimensions of every row is zero. */
  static boolean paddingIsZero(Matrix matrix) {
    long rowFloats = matrix.rowBytes() / Float.BYTES;
    for (int row = 0; row < matrix.rows(); row++) {
      for (long at = matrix.dimensions(); at < rowFloats; at++) {
        if (matrix.segment().getAtIndex(JAVA_FLOAT, row * rowFloats + at) != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
