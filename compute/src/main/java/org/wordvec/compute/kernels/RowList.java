package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.wordvec.compute.simd.Simd;

/** The addresses of some rows. */
final class RowList extends NativeList {
  RowList(Arena arena) {
    super(arena, Long.BYTES);
  }

  void add(long row) {
    int size = size();
    reserve(size + 1);
    Simd.setLong(address(size), row);
    setSize(size + 1);
  }

  /**
   * Adds rows by their numbers, int32.
   *
   * @param base address of row 0
   * @param rowBytes from one row to the next
   * @throws IndexOutOfBoundsException if there is no such row
   */
  void addAll(MemorySegment numbers, long from, long to, long base, long rowBytes, int rows) {
    int size = size();
    int count = (int) (to - from);
    reserve(size + count);
    long target = address(size);
    for (int i = 0; i < count; i++) {
      int row = Objects.checkIndex(numbers.getAtIndex(JAVA_INT, from + i), rows);
      Simd.setLong(target + i * (long) Long.BYTES, base + row * rowBytes);
    }
    setSize(size + count);
  }

  /**
   * Adds some rows of another list.
   *
   * @throws IndexOutOfBoundsException if it has fewer
   */
  void addAll(RowList other, int from, int to) {
    Objects.checkFromToIndex(from, to, other.size());
    int size = size();
    reserve(size + to - from);
    copy(other.address(from), address(size), (to - from) * Long.BYTES, VECTOR_BYTES);
    setSize(size + to - from);
  }

  /** Copies so many bytes, and some behind them: a number of vectors is guessed more easily. */
  private static void copy(long source, long target, int bytes, int step) {
    for (int at = 0; at < bytes; at += step) {
      Simd.store(Simd.load(source + at), target + at);
    }
  }

  /** Writes a row behind the last, which is not counted. */
  void endWith(long row) {
    reserve(size() + 1);
    Simd.setLong(address(size()), row);
  }
}
