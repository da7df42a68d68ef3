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
 * <p>Few steps from many starts find better clusters than many steps from few. Up to {@value
 * #SAMPLE} of the contexts, evenly spread, are divided from {@value #STARTS} starts ({@value
 * #FEW_STARTS} if there are fewer than {@value #FEW}), each the difference between two contexts
 * drawn at random, by {@value #STEPS} steps; the best of these, with the greatest sum of cosines,
 * divides all contexts by up to {@value #REFINING_STEPS} more. Belongs to one thread.
 */
final class TwoMeans {
  private static final int SAMPLE = 150;
  private static final int STARTS = 10;

  /** Contexts that are too few for clusters of clusters, and the starts that they get. */
  private static final int FEW = 60;

  private static final int FEW_STARTS = 2;
  private static final int STEPS = 4;
  private static final int REFINING_STEPS = 10;

  /** Refining ends when fewer than one context of this number changes its cluster. */
  private static final int STILL = 200;

  private final Matrix sample;
  private final Matrix difference;
  private final float[] row;
  private final float[] direction;
  private final float[] bestDirection;
  private final float[] total;
  private final float[] sum;
  private final float[] products;
  private final boolean[] labels;

  /**
   * Creates the working memory for up to a number of contexts.
   *
   * @param arena owns a part of it
   */
  TwoMeans(int capacity, int features, Arena arena) {
    sample = Matrix.allocate(arena, Math.min(capacity, SAMPLE), features);
    difference = Matrix.allocate(arena, 1, features);
    row = new float[features];
    direction = new float[features];
    bestDirection = new float[features];
    total = new float[features];
    sum = new float[features];
    products = new float[capacity];
    labels = new boolean[capacity];
  }

  /**
   * Divides the first rows of a matrix.
   *
   * @param count how many rows, at least two
   * @param key of the random draws
   * @return for each row whether it belongs to the first cluster; valid until the next call
   */
  boolean[] divide(Matrix contexts, int count, long key) {
    if (count > SAMPLE) {
      for (int i = 0; i < SAMPLE; i++) {
        contexts.copyRow((int) ((2L * i + 1) * count / (2L * SAMPLE)), row, 0);
        sample.setRow(i, row);
      }
      search(sample, SAMPLE, key);
    } else {
      search(contexts, count, key);
    }
    setTotal(contexts, count);
    System.arraycopy(bestDirection, 0, direction, 0, direction.length);
    Arrays.fill(labels, 0, count, false);
    assign(contexts, count);
    for (int step = 0; step < REFINING_STEPS; step++) {
      recentre(contexts, count);
      if (assign(contexts, count) * STILL < count) {
        break;
      }
    }
    return labels;
  }

  /** Sets the best direction. */
  private void search(Matrix contexts, int count, long key) {
    setTotal(contexts, count);
    double greatest = Double.NEGATIVE_INFINITY;
    int starts = count < FEW ? FEW_STARTS : STARTS;
    for (int start = 0; start < starts; start++) {
      begin(contexts, count, key, start);
      double cosines = 0;
      for (int step = 0; step < STEPS; step++) {
        assign(contexts, count);
        cosines = recentre(contexts, count);
      }
      if (cosines > greatest) {
        greatest = cosines;
        System.arraycopy(direction, 0, bestDirection, 0, direction.length);
      }
    }
  }

  private void setTotal(Matrix contexts, int count) {
    Arrays.fill(total, 0);
    for (int i = 0; i < count; i++) {
      RowSums.add(contexts, i, 1, total, 0);
    }
  }

  private void begin(Matrix contexts, int count, long key, int start) {
    int one = CounterRandom.below(CounterRandom.draw(key, start, 0), count);
    int other = CounterRandom.below(CounterRandom.draw(key, start, 1), count - 1);
    other += other >= one ? 1 : 0;
    Arrays.fill(direction, 0);
    RowSums.add(contexts, one, 1, direction, 0);
    RowSums.add(contexts, other, -1, direction, 0);
  }

  /** Assigns each context to the nearer centre; returns how many have moved. */
  private int assign(Matrix contexts, int count) {
    difference.setRow(0, direction);
    DotProducts.INSTANCE.multiply(difference, contexts, 0, count, products);
    int moved = 0;
    for (int i = 0; i < count; i++) {
      boolean first = products[i] > 0;
      moved += first == labels[i] ? 0 : 1;
      labels[i] = first;
    }
    return moved;
  }

  /** Sets the difference of the centres; returns the sum of the cosines of all contexts. */
  private double recentre(Matrix contexts, int count) {
    Arrays.fill(sum, 0);
    for (int i = 0; i < count; i++) {
      if (labels[i]) {
        RowSums.add(contexts, i, 1, sum, 0);
      }
    }
    double one = 0;
    double other = 0;
    for (int i = 0; i < sum.length; i++) {
      double rest = total[i] - sum[i];
      one += (double) sum[i] * sum[i];
      other += rest * rest;
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
