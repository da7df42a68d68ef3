package org.wordvec.compute;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * Rows of float32 values that can be read: a {@link Matrix} in memory, or {@link MappedRows} in a
 * file. Safe for reading by several threads.
 */
public sealed interface FloatRows permits Matrix, MappedRows {
  /** Returns the number of rows. */
  int rows();

  /** Returns the length of a row. */
  int dimensions();

  /**
   * Returns a copy of a row, {@code dimensions} long.
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
   * Returns the same rows for reading some of them once each: those of a large file are copied into
   * a buffer first, which is faster than reading them where they are mapped. The caller may read
   * only these rows, on this thread, and only until its next call.
   */
  default FloatRows buffered(int firstRow, int rowCount) {
    return this;
  }

  /**
   * Returns the same rows for kernels: some of them are in memory that no other process can
   * truncate, and these alone have a {@link #segment}. The caller may read only these rows, on this
   * thread, and only until its next call.
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

  /** Returns one element; to read a whole row, {@link #row} is faster. */
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
   * Returns the values of a row where they are, {@code dimensions} of them, for kernels.
   *
   * @throws IndexOutOfBoundsException if there is no such row, or it is not among those copied
   * @throws IllegalStateException if the row is in a file and was not {@link #copied}
   */
  MemorySegment segment(int row);
}
