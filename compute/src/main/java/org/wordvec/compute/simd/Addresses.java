package org.wordvec.compute.simd;

import java.util.Objects;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/**
 * Turns row numbers into native addresses, for the kernels of this module alone. The row number is
 * checked; that the memory is still alive is not, so a kernel keeps its matrices reachable, and its
 * caller keeps their arenas open.
 */
public final class Addresses {
  private Addresses() {}

  /**
   * Returns the address of a row of a matrix.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public static long of(Matrix matrix, int row) {
    return matrix.segment().address() + Objects.checkIndex(row, matrix.rows()) * matrix.rowBytes();
  }

  /**
   * Returns the address of a row's values.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if the row is in a file and was not {@link FloatRows#copied}
   */
  public static long of(FloatRows rows, int row) {
    return rows.segment(row).address();
  }
}
