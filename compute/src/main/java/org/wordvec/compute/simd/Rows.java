package org.wordvec.compute.simd;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.simd.Simd.ADDRESS;
import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.MEMORY;
import static org.wordvec.compute.simd.Simd.ORDER;
import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import jdk.incubator.vector.FloatVector;

/** Computes with whole rows: clearing, sums and means, by address. */
public final class Rows {
  private Rows() {}

  /** Returns the bytes that a kernel runs over: the dimensions, filled up to whole vectors. */
  public static int bytes(int dimensions) {
    return (dimensions + Simd.LANES - 1) / Simd.LANES * VECTOR_BYTES;
  }

  /** Sets {@code target = 0}. */
  public static void clear(long target, long bytes, long step) {
    FloatVector zero = FloatVector.zero(FLOATS);
    for (long at = 0; at < bytes; at += step) {
      Simd.store(zero, target + at);
    }
  }

  /**
   * Sets {@code target = (row 0 + row 1 + ...) / count}, four vectors of every row at a time: two
   * cache lines at least, which processors fetch together.
   *
   * @param rows address of a list of the rows' addresses
   * @param count of rows, at least one
   * @param next bytes of an address in the list: not a constant, else C2 unrolls the loop over a
   *     few rows, which costs more than the additions
   */
  public static void mean(long rows, int count, int next, long target, int bytes, int step) {
    float scale = 1f / count;
    int end = count * next;
    int four = 4 * step;
    for (int from = 0; from < bytes && bytes >= four; from += four) {
      // The last four overlap those before, which changes nothing and saves a pass over the rows.
      int at = Math.min(from, bytes - four);
      FloatVector sum0 = FloatVector.zero(FLOATS);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int row = 0; row < end; row += next) {
        long source = MEMORY.get(JAVA_LONG_UNALIGNED, (rows + row) & ADDRESS) + at;
        sum0 = sum0.add(fromMemorySegment(FLOATS, MEMORY, source, ORDER));
        sum1 = sum1.add(fromMemorySegment(FLOATS, MEMORY, source + VECTOR_BYTES, ORDER));
        sum2 = sum2.add(fromMemorySegment(FLOATS, MEMORY, source + 2L * VECTOR_BYTES, ORDER));
        sum3 = sum3.add(fromMemorySegment(FLOATS, MEMORY, source + 3L * VECTOR_BYTES, ORDER));
      }
      sum0.mul(scale).intoMemorySegment(MEMORY, target + at, ORDER);
      sum1.mul(scale).intoMemorySegment(MEMORY, target + at + VECTOR_BYTES, ORDER);
      sum2.mul(scale).intoMemorySegment(MEMORY, target + at + 2L * VECTOR_BYTES, ORDER);
      sum3.mul(scale).intoMemorySegment(MEMORY, target + at + 3L * VECTOR_BYTES, ORDER);
    }
    for (int at = 0; at < bytes && bytes < four; at += step) {
      FloatVector sum = FloatVector.zero(FLOATS);
      for (int row = 0; row < end; row += next) {
        long source = MEMORY.get(JAVA_LONG_UNALIGNED, (rows + row) & ADDRESS) + at;
        sum = sum.add(fromMemorySegment(FLOATS, MEMORY, source, ORDER));
      }
      sum.mul(scale).intoMemorySegment(MEMORY, target + at, ORDER);
    }
  }

  /**
   * Adds {@code source} to every row, one after the other, as often as it is named.
   *
   * @param rows address of a list of the rows' addresses
   * @param next bytes of an address in the list
   */
  public static void addToEach(long source, long rows, int count, int next, int bytes, int step) {
    int end = count * next;
    int four = 4 * step;
    for (int from = 0; from < bytes && bytes >= four; from += four) {
      // The last four overlap those before, to which they add nothing.
      int at = Math.min(from, bytes - four);
      FloatVector add0 =
          at < from
              ? FloatVector.zero(FLOATS)
              : fromMemorySegment(FLOATS, MEMORY, source + at, ORDER);
      int at1 = at + step;
      FloatVector add1 =
          at1 < from
              ? FloatVector.zero(FLOATS)
              : fromMemorySegment(FLOATS, MEMORY, source + at1, ORDER);
      int at2 = at1 + step;
      FloatVector add2 =
          at2 < from
              ? FloatVector.zero(FLOATS)
              : fromMemorySegment(FLOATS, MEMORY, source + at2, ORDER);
      int at3 = at2 + step;
      FloatVector add3 = fromMemorySegment(FLOATS, MEMORY, source + at3, ORDER);
      for (int row = 0; row < end; row += next) {
        long target = MEMORY.get(JAVA_LONG_UNALIGNED, (rows + row) & ADDRESS);
        fromMemorySegment(FLOATS, MEMORY, target + at, ORDER)
            .add(add0)
            .intoMemorySegment(MEMORY, target + at, ORDER);
        fromMemorySegment(FLOATS, MEMORY, target + at1, ORDER)
            .add(add1)
            .intoMemorySegment(MEMORY, target + at1, ORDER);
        fromMemorySegment(FLOATS, MEMORY, target + at2, ORDER)
            .add(add2)
            .intoMemorySegment(MEMORY, target + at2, ORDER);
        fromMemorySegment(FLOATS, MEMORY, target + at3, ORDER)
            .add(add3)
            .intoMemorySegment(MEMORY, target + at3, ORDER);
      }
    }
    for (int at = 0; at < bytes && bytes < four; at += step) {
      FloatVector add = fromMemorySegment(FLOATS, MEMORY, source + at, ORDER);
      for (int row = 0; row < end; row += next) {
        long target = MEMORY.get(JAVA_LONG_UNALIGNED, (rows + row) & ADDRESS) + at;
        fromMemorySegment(FLOATS, MEMORY, target, ORDER)
            .add(add)
            .intoMemorySegment(MEMORY, target, ORDER);
      }
    }
  }
}
