package org.wordvec.compute.simd;

import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.MEMORY;
import static org.wordvec.compute.simd.Simd.ORDER;
import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import jdk.incubator.vector.FloatVector;

/** Computes with whole rows: copies, differences, sums and means, by address. */
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
   * cache lines, which processors fetch together.
   */
  public static void mean(long[] rows, int count, long target, int bytes, int step) {
    float scale = 1f / count;
    int at = 0;
    for (; at + 4 * step <= bytes; at += 4 * step) {
      FloatVector sum0 = FloatVector.zero(FLOATS);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int row = 0; row < count; row++) {
        long source = rows[row] + at;
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
    for (; at < bytes; at += step) {
      FloatVector sum = FloatVector.zero(FLOATS);
      for (int row = 0; row < count; row++) {
        sum = sum.add(fromMemorySegment(FLOATS, MEMORY, rows[row] + at, ORDER));
      }
      sum.mul(scale).intoMemorySegment(MEMORY, target + at, ORDER);
    }
  }

  /** Sets {@code target = source}. */
  public static void copy(long source, long target, int bytes, int step) {
    for (int at = 0; at < bytes; at += step) {
      fromMemorySegment(FLOATS, MEMORY, source + at, ORDER)
          .intoMemorySegment(MEMORY, target + at, ORDER);
    }
  }

  /** Sets {@code target = left - right}. */
  public static void subtract(long left, long right, long target, int bytes, int step) {
    for (int at = 0; at < bytes; at += step) {
      fromMemorySegment(FLOATS, MEMORY, left + at, ORDER)
          .sub(fromMemorySegment(FLOATS, MEMORY, right + at, ORDER))
          .intoMemorySegment(MEMORY, target + at, ORDER);
    }
  }

  /** Adds {@code source} to every row, one after the other, as often as it is named. */
  public static void addToEach(long source, long[] rows, int count, int bytes, int step) {
    for (int row = 0; row < count; row++) {
      long target = rows[row];
      for (int at = 0; at < bytes; at += step) {
        fromMemorySegment(FLOATS, MEMORY, target + at, ORDER)
            .add(fromMemorySegment(FLOATS, MEMORY, source + at, ORDER))
            .intoMemorySegment(MEMORY, target + at, ORDER);
      }
    }
  }
}
