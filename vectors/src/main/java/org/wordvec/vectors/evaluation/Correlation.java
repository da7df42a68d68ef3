package org.wordvec.vectors.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Computes correlations of two series; NaN if one is constant, shorter than two or contains NaN.
 */
public final class Correlation {
  private Correlation() {}

  /** Returns Pearson's correlation: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²). */
  public static double pearson(double[] x, double[] y) {
    // Compares values, as the deviations of a constant from its mean need not round to zero.
    if (isConstant(x) || isConstant(y)) {
      return Double.NaN;
    }
    double[] left = deviations(x);
    double[] right = deviations(y);
    double products = 0;
    double squaresLeft = 0;
    double squaresRight = 0;
    for (int i = 0; i < left.length; i++) {
      products += left[i] * right[i];
      squaresLeft += left[i] * left[i];
      squaresRight += right[i] * right[i];
    }
    // The product has an exact root where both are equal, so that equal series have exactly 1.
    double correlation = products / Math.sqrt(squaresLeft * squaresRight);
    return Double.isFinite(correlation) ? Math.clamp(correlation, -1, 1) : Double.NaN;
  }

  /**
   * Returns deviations from the mean, divided by the largest, so that no square overflows or
   * underflows.
   */
  private static double[] deviations(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double largest = Arrays.stream(values).map(value -> Math.abs(value - mean)).max().orElse(0);
    return Arrays.stream(values).map(value -> (value - mean) / largest).toArray();
  }

  /** Returns whether no value differs from the first. */
  static boolean isConstant(double[] values) {
    for (double value : values) {
      // Written so that a NaN differs.
      if (!(value == values[0])) {
        return false;
      }
    }
    return true;
  }

  /** Returns Spearman's correlation: Pearson's correlation of the ranks. */
  public static double spearman(double[] x, double[] y) {
    return holdsNaN(x) || holdsNaN(y) ? Double.NaN : pearson(ranks(x), ranks(y));
  }

  private static boolean holdsNaN(double[] values) {
    return Arrays.stream(values).anyMatch(Double::isNaN);
  }

  /** Ranks from 1; equal values share the mean of their ranks. */
  static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
    }
    return ranks;
  }
}
