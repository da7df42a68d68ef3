package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import org.wordvec.compute.training.DivergedException;

/**
 * Sums up whether the rows of a matrix are still valid.
 *
 * @param greatestLength of a row
 * @param broken how many values are infinite or NaN
 */
public record MatrixSummary(double greatestLength, long broken) {
  /** Bytes of a summary on the GPU. */
  public static final int BYTES = 16;

  /** No useful vector gets near this length. */
  private static final double GREATEST_LENGTH = 1000;

  /** Reads what the GPU wrote. */
  static MatrixSummary of(MemorySegment summary) {
    return new MatrixSummary(
        Math.sqrt(summary.get(JAVA_FLOAT, 0)), summary.get(JAVA_LONG, Long.BYTES));
  }

  /**
   * Checks that the model is still valid.
   *
   * @param epoch from 0
   * @throws DivergedException if it is not
   */
  void check(int epoch) {
    if (broken > 0) {
      throw diverged(epoch, broken + " values are no longer numbers");
    }
    if (greatestLength > GREATEST_LENGTH) {
      throw diverged(
          epoch,
          String.format(Locale.ROOT, "a vector has grown to a length of %.3g", greatestLength));
    }
  }

  private static DivergedException diverged(int epoch, String how) {
    return new DivergedException(
        "training diverged in epoch "
            + (epoch + 1)
            + ": "
            + how
            + "; lower the learning rate or --gpu-concurrency");
  }
}
