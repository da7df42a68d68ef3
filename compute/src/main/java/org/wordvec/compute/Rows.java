package org.wordvec.compute;

import static org.wordvec.compute.Simd.VECTOR_BYTES;

import jdk.incubator.vector.FloatVector;

/** Sums of whole rows, by address. */
final class Rows {
  private Rows() {}

  /** Bytes that a kernel runs over: the dimensions, filled up to whole vectors. */
  static int bytes(int dimensions) {
    return (dimensions + Simd.LANES - 1) / Simd.LANES * VECTOR_BYTES;
  }

  /** {@code target = 0}. */
  static void clear(long target, long bytes, long step) {
    FloatVector zero = FloatVector.zero(Simd.FLOATS);
    for (long at = 0; at < bytes; at += step) {
      Simd.store(zero, target + at);
    }
  }

  /** {@code target = (row 0 + row 1 + ...) / count}. */
  static void mean(long[] rows, int count, long target, long bytes, long step) {
    float scale = 1f / count;
    for (long at = 0; at < bytes; at += step) {
      FloatVector sum = Simd.load(rows[0] + at);
      for (int row = 1; row < count; row++) {
        sum = sum.add(Simd.load(rows[row] + at));
      }
      Simd.store(sum.mul(scale), target + at);
    }
  }

  /** {@code row i += source} for every row, one after the other, as often as it is named. */
  static void addToEach(long source, long[] rows, int count, long bytes, long step) {
    for (int row = 0; row < count; row++) {
      long target = rows[row];
      for (long at = 0; at < bytes; at += step) {
        Simd.store(Simd.load(target + at).add(Simd.load(source + at)), target + at);
      }
    }
  }
}
