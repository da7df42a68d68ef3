package org.wordvec.compute;

import java.util.Locale;

/**
 * Rows of float32 values that can be read: a {@link Matrix} in memory, or {@link MappedRows} in a
 * file. Safe for reading by several threads.
 */
public sealed interface FloatRows permits Matrix, MappedRows {
  /** Number of rows. */
  int rows();

  /** Length of a row. */
  int dimensions();

  /**
   * A copy of a row, {@code dimensions} long.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws java.io.UncheckedIOException if the row is in a file and holds NaN or an infinite value
   */
  float[] row(int row);

  /**
   * Copies a row into an array from a place on, whatever values it holds.
   *
   * @throws IndexOutOfBoundsException if there is no such row, or it does not fit
   */
  void copyRow(int row, float[] target, int place);

  /**
   * The same rows, some of which may have been brought near, to be read once each. Only these may
   * be asked for, by the thread that called, until it calls again.
   */
  default FloatRows near(int firstRow, int rowCount) {
    return this;
  }

  /**
   * The same rows, some of which are in memory that nobody can cut off, for kernels: of these, and
   * of them alone, there are addresses. Only these may be asked for, by the thread that called,
   * until it calls again.
   */
  default FloatRows copied(int firstRow, int rowCount) {
    return this;
  }

  /**
   * Checks that what was read so far was that of the file which was opened.
   *
   * @throws java.io.UncheckedIOException if the rows are in a file that was cut or overwritten
   */
  default void requireUnchanged() {}

  /** One element; to read a whole row, {@link #row} is faster. */
  float get(int row, int column);

  /** Refuses products with vectors of another length. */
  default void checkLength(int length) {
    if (length != dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "no dot products between %d and %d dimensions", length, dimensions()));
    }
  }

  /**
   * Native address of a row's values, for kernels: valid while the arena lives, and nothing checks
   * that.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if the row is in a file and was not {@link #copied}
   */
  long address(int row);
}
