package org.wordvec.compute.kernels;

import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.MEMORY;
import static org.wordvec.compute.simd.Simd.ORDER;

import java.lang.foreign.Arena;
import jdk.incubator.vector.FloatVector;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.Rows;
import org.wordvec.compute.simd.Simd;

/**
 * One thread's own copies of the rows that all threads write all the time, such as the nodes near
 * the root of a Huffman tree. Without them two threads take these rows' cache lines from each other
 * at every window, and together are slower than one.
 *
 * <p>A copy is exchanged with the shared row after {@value #USES} uses, and when {@link #exchange}
 * is called: what the thread has changed since the last exchange is added to the shared row, and
 * the copy becomes the sum. Counting uses, not time, bounds how far threads drift apart: a row used
 * twice as often is exchanged twice as often.
 *
 * <p>Belongs to one thread; the shared matrix is written without a lock (Hogwild).
 */
public final class PrivateRows {
  /** Uses of a row between two exchanges. */
  static final int USES = 64;

  private final Matrix shared;
  private final int first;
  private final int[] uses;
  private final long copies;
  private final long rowBytes;
  private final int bytes;
  private final int step = Simd.VECTOR_BYTES;

  /**
   * Copies of the last rows of a matrix.
   *
   * @param arena owns the copies
   * @param count how many of the last rows, at most all
   */
  public PrivateRows(Arena arena, Matrix shared, int count) {
    int copied = Math.min(count, shared.rows());
    Matrix scratch = Matrix.allocate(arena, 2 * copied, shared.dimensions());
    this.shared = shared;
    this.first = shared.rows() - copied;
    this.uses = new int[copied];
    this.copies = copied == 0 ? 0 : scratch.address(0);
    this.rowBytes = shared.rowBytes();
    this.bytes = Rows.bytes(shared.dimensions());
    // Copies of zeros that nothing was added to become the shared rows.
    for (int index = 0; index < copied; index++) {
      exchange(index);
    }
  }

  /** Address at which this thread uses a row: of its copy if it has one. Counts as a use. */
  public long use(int row) {
    int index = row - first;
    if (index < 0) {
      return shared.address(row);
    }
    if (++uses[index] == USES) {
      exchange(index);
    }
    return copy(index);
  }

  /** Exchanges all rows that were used since they last were. */
  public void exchange() {
    for (int index = 0; index < uses.length; index++) {
      if (uses[index] != 0) {
        exchange(index);
      }
    }
  }

  private void exchange(int index) {
    uses[index] = 0;
    long copy = copy(index);
    exchange(shared.address(first + index), copy, copy + rowBytes, bytes, step);
  }

  /** A copy, with the row as it was at the last exchange behind it. */
  private long copy(int index) {
    return copies + 2L * index * rowBytes;
  }

  /** {@code shared = copy = before = shared + (copy - before)}. */
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
