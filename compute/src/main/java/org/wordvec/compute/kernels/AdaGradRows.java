package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.TrainingState;

/**
 * Parameters with their AdaGrad state (Duchi, Hazan and Singer 2011): behind the values of a row
 * follow the sums of their squared gradients, so that an update finds both in neighbouring cache
 * lines and pages.
 *
 * <p>The sums start at 1, as in GloVe 1.2: the first steps are as long as the learning rate says. A
 * frozen column keeps its value, since its sum is so large that no step moves a float32.
 */
public final class AdaGradRows {
  /** The value that sums start at. */
  public static final float INITIAL_SUM = 1;

  /** A sum that is so large that no step moves a float32. */
  public static final float FROZEN_SUM = 1e30f;

  private final Matrix matrix;
  private final int columns;
  private final int stride;

  private AdaGradRows(Matrix matrix, int columns, int stride) {
    this.matrix = matrix;
    this.columns = columns;
    this.stride = stride;
  }

  /** Allocates zeros whose sums are at their start. */
  public static AdaGradRows allocate(Arena arena, int rows, int columns) {
    int stride = stride(columns);
    Matrix matrix = Matrix.allocate(arena, rows, 2 * stride);
    AdaGradRows result = new AdaGradRows(matrix, columns, stride);
    IntStream.range(0, rows).parallel().forEach(result::resetSums);
    return result;
  }

  /** Returns rows over a matrix that {@link #matrix} returned. */
  public static AdaGradRows of(Matrix matrix, int columns) {
    int stride = stride(columns);
    if (matrix.dimensions() != 2 * stride) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "rows of %d columns are %d numbers, not %d",
              columns,
              2 * stride,
              matrix.dimensions()));
    }
    return new AdaGradRows(matrix, columns, stride);
  }

  /** Returns all values and sums, in the same memory. */
  public Matrix matrix() {
    return matrix;
  }

  /** Returns the bytes that rows take. */
  public static long bytes(long rows, int columns) {
    return Matrix.bytes(rows, 2 * stride(columns));
  }

  private static int stride(int columns) {
    return (int) (Matrix.bytes(1, columns) / Float.BYTES);
  }

  /**
   * Draws the values from {@code [-1/2, 1/2) / divisor}, as GloVe does. Depends on the numbers
   * alone.
   *
   * @param stream distinguishes matrices that are drawn with the same seed
   */
  public void fill(long seed, int stream, int divisor) {
    long key = CounterRandom.key(seed, -1 - stream);
    IntStream.range(0, rows())
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column < columns; column++) {
                long bits = CounterRandom.draw(key, (long) row * columns + column, 0);
                matrix.set(row, column, ((bits >>> 40) * 0x1p-24f - 0.5f) / divisor);
              }
            });
  }

  /** Sets a column to a value that training does not change. */
  public void freeze(int column, float value) {
    for (int row = 0; row < rows(); row++) {
      matrix.set(row, column, value);
      matrix.set(row, stride + column, FROZEN_SUM);
    }
  }

  /** Returns values and sums under a name, for checkpoints. */
  public TrainingState.Part part(String name) {
    return new TrainingState.Part(name, matrix, columns);
  }

  /** Returns the number of rows. */
  public int rows() {
    return matrix.rows();
  }

  /** Returns the number of values in a row. */
  public int columns() {
    return columns;
  }

  /** Returns one value. */
  public float value(int row, int column) {
    return matrix.get(row, java.util.Objects.checkIndex(column, columns));
  }

  /** Sets one value. */
  public void setValue(int row, int column, float value) {
    matrix.set(row, java.util.Objects.checkIndex(column, columns), value);
  }

  /** Returns the sum of the squared gradients of one value. */
  public float sum(int row, int column) {
    return matrix.get(row, stride + java.util.Objects.checkIndex(column, columns));
  }

  /** Returns the bytes from a value to its sum. */
  int sumOffset() {
    return stride * Float.BYTES;
  }

  private void resetSums(int row) {
    for (int column = 0; column < stride; column++) {
      matrix.set(row, stride + column, INITIAL_SUM);
    }
  }
}
