package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Prefetch;
import org.wordvec.compute.simd.Rows;

/**
 * The input rows of a whole sentence, from which its {@linkplain LogisticWindow windows} take
 * theirs. Each row's number is checked once, and its memory asked for once, though it is in many
 * windows.
 *
 * <p>Holds scratch memory and belongs to one thread, which should also create it.
 */
public final class InputRows {
  private final Matrix matrix;
  private final long base;
  private final RowList rows;

  /**
   * Creates an empty list.
   *
   * @param arena owns the scratch memory
   */
  public InputRows(Arena arena, Matrix matrix) {
    this.matrix = matrix;
    this.base = matrix.segment().address();
    this.rows = new RowList(arena);
  }

  /** Empties the list. */
  public void clear() {
    rows.clear();
  }

  /** Returns how many rows there are. */
  public int size() {
    return rows.size();
  }

  /**
   * Adds a row of the matrix.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public void add(int row) {
    rows.add(base + Objects.checkIndex(row, matrix.rows()) * matrix.rowBytes());
  }

  /**
   * Adds rows of the matrix.
   *
   * @param numbers int32
   * @throws IndexOutOfBoundsException if there is no such row; then none is added
   */
  public void addAll(MemorySegment numbers, long from, long to) {
    rows.addAll(numbers, from, to, base, matrix.rowBytes(), matrix.rows());
  }

  /**
   * Asks the processor to fetch some of the rows, which it does while something else is computed.
   *
   * @throws IndexOutOfBoundsException if there are fewer
   */
  public void fetch(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    Prefetch.rows(rows.address(from), to - from, Rows.bytes(matrix.dimensions()));
  }

  Matrix matrix() {
    return matrix;
  }

  RowList list() {
    return rows;
  }
}
