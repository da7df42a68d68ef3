package org.wordvec.senses.induction;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.RowSums;
import org.wordvec.compute.search.DotProducts;

/**
 * Divides contexts into two clusters by spherical k-means (Dhillon and Modha 2001): each context
 * belongs to the centre with the greater cosine, and a centre is the direction of its contexts'
 * sum. With two centres a and b the nearer one is told by the sign of {@code x · (a − b)}, and one
 * sum gives the other.
 *
 * <p>The best of {@value #STARTS} runs of at most {@value #ITERATIONS} steps is taken: that with
 * the greatest sum of cosines. Each starts from the difference between two contexts, drawn at
 * random. Belongs to one thread.
 */
final class TwoMeans {
  private static final int STARTS = 3;
  private static final int ITERATIONS = 8;

  private final Matrix difference;
  private final float[] direction;
  private final float[] total;
  private final float[] sum;
  private final float[] products;
  private final boolean[] labels;
  private final boolean[] best;

  /**
   * Creates the working memory for up to a number of contexts.
   *
   * @param arena owns a part of it
   */
  TwoMeans(int capacity, int features, Arena arena) {
    difference = Matrix.allocate(arena, 1, features);
    direction = new float[features];
    total = new float[features];
    sum = new float[features];
    products = new float[capacity];
    labels = new boolean[capacity];
    best = new boolean[capacity];
  }

  /**
   * Divides the first rows of a matrix.
   *
   * @param key of the random draws
   * @return for each row whether it belongs to the first cluster; valid until the next call
   */
  boolean[] divide(Matrix contexts, int count, long key) {
    Arrays.fill(total, 0);
    for (int row = 0; row < count; row++) {
      RowSums.add(contexts, row, 1, total, 0);
    }
    double greatest = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      begin(contexts, count, key, start);
      double cosines = 0;
      for (int i = 0; i < ITERATIONS; i++) {
        if (!assign(contexts, count) && i > 0) {
          break;
        }
        cosines = recentre(contexts, count);
      }
      if (cosines > greatest) {
        greatest = cosines;
        System.arraycopy(labels, 0, best, 0, count);
      }
    }
    return best;
  }

  private void begin(Matrix contexts, int count, long key, int start) {
    int one = CounterRandom.below(CounterRandom.draw(key, start, 0), count);
    int other = CounterRandom.below(CounterRandom.draw(key, start, 1), count - 1);
    other += other >= one ? 1 : 0;
    Arrays.fill(direction, 0);
    RowSums.add(contexts, one, 1, direction, 0);
    RowSums.add(contexts, other, -1, direction, 0);
    Arrays.fill(labels, 0, count, false);
  }

  /** Assigns each context to the nearer centre; returns whether any has moved. */
  private boolean assign(Matrix contexts, int count) {
    difference.setRow(0, direction);
    DotProducts.INSTANCE.multiply(difference, contexts, 0, count, products);
    boolean moved = false;
    for (int row = 0; row < count; row++) {
      boolean first = products[row] > 0;
      moved |= first != labels[row];
      labels[row] = first;
    }
    return moved;
  }

  /** Sets the difference of the centres; returns the sum of the cosines of all contexts. */
  private double recentre(Matrix contexts, int count) {
    Arrays.fill(sum, 0);
    for (int row = 0; row < count; row++) {
      if (labels[row]) {
        RowSums.add(contexts, row, 1, sum, 0);
      }
    }
    double one = 0;
    double other = 0;
    for (int i = 0; i < sum.length; i++) {
      one += (double) sum[i] * sum[i];
      other += (double) (total[i] - sum[i]) * (total[i] - sum[i]);
    }
    double first = Math.sqrt(one);
    double second = Math.sqrt(other);
    float firstScale = first == 0 ? 0 : (float) (1 / first);
    float secondScale = second == 0 ? 0 : (float) (1 / second);
    for (int i = 0; i < sum.length; i++) {
      direction[i] = sum[i] * firstScale - (total[i] - sum[i]) * secondScale;
    }
    return first + second;
  }
}
