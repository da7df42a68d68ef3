package org.wordvec.compute;

import java.util.stream.IntStream;

/** Draws random starting values. */
public final class RandomRows {
  private RandomRows() {}

  /**
   * Fills a matrix with uniform draws from {@code [-1/2, 1/2) / dimensions}, as word2vec.c starts
   * its input vectors. Depends on the seed alone.
   */
  public static void fill(Matrix matrix, long seed) {
    fill(matrix, 0.5f, seed);
  }

  /**
   * Fills a matrix with uniform draws from {@code [-bound, bound) / dimensions}. Depends on bound
   * and seed alone.
   */
  public static void fill(Matrix matrix, float bound, long seed) {
    long key = CounterRandom.key(seed, -1);
    int dimensions = matrix.dimensions();
    IntStream.range(0, matrix.rows())
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column < dimensions; column++) {
                long bits = CounterRandom.draw(key, (long) row * dimensions + column, 0);
                float unit = (bits >>> 40) * 0x1p-23f - 1;
                matrix.set(row, column, bound * unit / dimensions);
              }
            });
  }
}
