package org.wordvec.compute.training;

import java.util.Locale;
import java.util.stream.LongStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Rows;
import org.wordvec.compute.simd.Simd;

/**
 * Finds diverged rows: those with a value that is infinite or NaN, and those longer than {@value
 * #GREATEST_LENGTH}, which no row of a healthy model comes near. Immutable and safe for use by
 * several threads.
 *
 * <p>After each slice it checks the first and last {@value #ENDS} rows, which are those of the most
 * frequent words and of the nodes near a Huffman tree's root, so that nearly every slice changes
 * them, and at {@value #PASSING} others in turn.
 */
final class DivergenceWatch {
  static final double GREATEST_LENGTH = 1000;
  private static final int ENDS = 32;
  private static final int PASSING = 64;

  private final TrainingState state;

  DivergenceWatch(TrainingState state) {
    this.state = state;
  }

  /**
   * Checks some rows.
   *
   * @throws DivergedException if one has diverged
   */
  void checkSome(long slice, int epoch) {
    for (TrainingState.Part part : state.parts()) {
      int rows = part.matrix().rows();
      check(part, 0, Math.min(rows, ENDS), epoch);
      check(part, Math.max(0, rows - ENDS), rows, epoch);
      int from = (int) (slice * PASSING % Math.max(1, rows));
      check(part, from, Math.min(rows, from + PASSING), epoch);
    }
  }

  /**
   * Checks all rows.
   *
   * @throws DivergedException if one has diverged
   */
  void checkAll(int epoch) {
    for (TrainingState.Part part : state.parts()) {
      int rows = part.matrix().rows();
      // A task that threw would let the caller go while others still read.
      double broken =
          LongStream.range(0, (rows + PASSING - 1) / PASSING)
              .parallel()
              .mapToDouble(
                  block ->
                      broken(
                          part, (int) block * PASSING, (int) Math.min(rows, (block + 1) * PASSING)))
              .reduce(0, (left, right) -> left != 0 ? left : right);
      if (broken != 0) {
        throw diverged(part.name(), (float) broken, epoch);
      }
    }
  }

  private static void check(TrainingState.Part part, int from, int to, int epoch) {
    float broken = broken(part, from, to);
    if (broken != 0) {
      throw diverged(part.name(), broken, epoch);
    }
  }

  /** Returns the squared length of the first diverged row, which may be NaN; 0 if there is none. */
  private static float broken(TrainingState.Part part, int from, int to) {
    int bytes = Rows.bytes(part.learnt());
    for (int row = from; row < to; row++) {
      float square = square(Addresses.of(part.matrix(), row), bytes, Simd.VECTOR_BYTES);
      if (!(square <= GREATEST_LENGTH * GREATEST_LENGTH)) {
        return square;
      }
    }
    return 0;
  }

  private static float square(long row, int bytes, int step) {
    FloatVector sum = FloatVector.zero(Simd.FLOATS);
    for (int at = 0; at < bytes; at += step) {
      FloatVector values = Simd.load(row + at);
      sum = values.fma(values, sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private static DivergedException diverged(String part, float square, int epoch) {
    String how =
        Float.isFinite(square)
            ? String.format(
                Locale.ROOT,
                "a row of the %s has grown to a length of %.3g",
                part,
                Math.sqrt(square))
            : "a row of the " + part + " is no longer finite";
    return new DivergedException(
        String.format(
            Locale.ROOT,
            "training diverged in epoch %d: %s; lower the learning rate",
            epoch + 1,
            how));
  }
}
