package org.wordvec.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Looks through scores for the few that are worth a closer look. Stateless. */
final class Threshold {
  private static final int STEP = 2 * Simd.LANES;

  private Threshold() {}

  /**
   * The first index from {@code from} on, and below {@code to}, whose value is at least {@code
   * least}; {@code to} if there is none. NaN never is.
   *
   * @throws IndexOutOfBoundsException if the range leaves the array
   */
  static int next(float[] values, int from, int to, float least) {
    int at = skip(values, from, to, least);
    while (at < to && !(values[at] >= least)) {
      at++;
    }
    return at;
  }

  /** The beginning of the first step of two vectors that has such a value, or of the rest. */
  private static int skip(float[] values, int from, int to, float least) {
    FloatVector bound = FloatVector.broadcast(Simd.FLOATS, least);
    int at = from;
    for (; at <= to - STEP; at += STEP) {
      var some =
          at(values, at)
              .compare(VectorOperators.GE, bound)
              .or(at(values, at + Simd.LANES).compare(VectorOperators.GE, bound));
      if (some.anyTrue()) {
        break;
      }
    }
    return at;
  }

  private static FloatVector at(float[] values, int index) {
    return FloatVector.fromArray(Simd.FLOATS, values, index);
  }

  /** A bit for each of the values of two vectors that is at least {@code least}. */
  static long reached(float[] values, int from, float least) {
    FloatVector bound = FloatVector.broadcast(Simd.FLOATS, least);
    long low = at(values, from).compare(VectorOperators.GE, bound).toLong();
    long high = at(values, from + Simd.LANES).compare(VectorOperators.GE, bound).toLong();
    return low | high << Simd.LANES;
  }
}
