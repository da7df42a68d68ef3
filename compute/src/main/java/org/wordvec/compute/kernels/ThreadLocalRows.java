package org.wordvec.compute.kernels;

import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.MEMORY;
import static org.wordvec.compute.simd.Simd.ORDER;

import java.lang.foreign.Arena;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Rows;
import org.wordvec.compute.simd.Simd;

/**
 * The rows of a shared matrix as one thread uses them: the last ones, which all threads write all
 * the time, through copies of its own, such as the nodes near the root of a Huffman tree. Without
 * copies two threads take these rows' cache lines from each other at every window, and together are
 * slower than one.
 *
 * <p>A copy is exchanged with the shared row after {@value #USES} uses, and when {@link #exchange}
 * is called: what the thread has changed since the last exchange is added to the shared row, and
 * the copy becomes the sum. Counting uses, not time, bounds how far threads drift apart: a row used
 * twice as often is exchanged twice as often.
 *
 * <p>Belongs to one thread; the shared matrix is written without a lock (Hogwild).
 */
final class ThreadLocalRows {
  /** Uses of a row between two exchanges. */
  static final int USES = 64;

  private final Matrix shared;
  private final Matrix copies;
  private final long base;
  private final long copyBase;
  private final long rowBytes;
  private final int first;
  private final int copied;

  /** Address of a number of uses for each copy, with cache lines of its own. */
  private final long uses;

  private final int bytes;
  private final int step = Simd.VECTOR_BYTES;

  /**
   * Copies the last rows of a matrix.
   *
   * @param arena owns the copies
   * @param count how many of the last rows, at most all
   */
  ThreadLocalRows(Arena arena, Matrix shared, int count) {
    this.copied = Math.min(count, shared.rows());
    this.first = shared.rows() - copied;
    this.shared = shared;
    this.copies = Matrix.allocate(arena, 2 * copied, shared.dimensions());
    this.base = shared.segment().address();
    this.copyBase = copies.segment().address();
    this.rowBytes = shared.rowBytes();
    this.uses = arena.allocate(Math.ceilDiv(copied, 16) * 128L + 128, 128).address();
    this.bytes = Rows.bytes(shared.dimensions());
    // Copies of zeros that nothing was added to become the shared rows.
    for (int index = 0; index < copied; index++) {
      exchange(index);
    }
  }

  /**
   * Returns the address at which this thread uses a row: that of its copy if it has one. Counts as
   * a use.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  long use(int row) {
    int index = row - first;
    if (index < 0) {
      return base + Objects.checkIndex(row, first) * rowBytes;
    }
    Objects.checkIndex(index, copied);
    long count = Simd.getLong(counter(index)) + 1;
    Simd.setLong(counter(index), count);
    if (count == USES) {
      exchange(index);
    }
    return copy(index);
  }

  /** Exchanges all rows that were used since they last were. */
  void exchange() {
    for (int index = 0; index < copied; index++) {
      if (Simd.getLong(counter(index)) != 0) {
        exchange(index);
      }
    }
  }

  private void exchange(int index) {
    Simd.setLong(counter(index), 0);
    long copy = copy(index);
    exchange(Addresses.of(shared, first + index), copy, copy + rowBytes, bytes, step);
  }

  private long counter(int index) {
    return uses + (long) index * Long.BYTES;
  }

  /** Returns a copy's address, with the row as it was at the last exchange behind it. */
  private long copy(int index) {
    return copyBase + 2L * index * rowBytes;
  }

  /** Sets {@code shared = copy = before = shared + (copy - before)}. */
  static void exchange(long shared, long copy, long before, int bytes, int step) {
    for (int at = 0; at < bytes; at += step) {
      FloatVector sum =
          FloatVector.fromMemorySegment(FLOATS, MEMORY, copy + at, ORDER)
              .sub(FloatVector.fromMemorySegment(FLOATS, MEMORY, before + at, ORDER))
              .add(FloatVector.fromMemorySegment(FLOATS, MEMORY, shared + at, ORDER));
      sum.intoMemorySegment(MEMORY, shared + at, ORDER);
      sum.intoMemorySegment(MEMORY, copy + at, ORDER);
      sum.intoMemorySegment(MEMORY, before + at, ORDER);
    }
  }
}
