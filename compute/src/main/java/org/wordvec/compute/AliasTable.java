package org.wordvec.compute;

/**
 * Draws from a discrete distribution in constant time and 8 bytes an outcome (Walker 1977, built as
 * Vose 1991 describes). Probabilities are exact to 2^-32; word2vec.c's table of 100 million entries
 * rounds the rare words' to 1e-8. Immutable and safe for use by several threads.
 */
public final class AliasTable {
  private final long[] columns;

  private AliasTable(long[] columns) {
    this.columns = columns;
  }

  /**
   * Returns a table for weights that need not add up to one.
   *
   * @throws IllegalArgumentException if there is no weight, one is negative or not finite, or all
   *     are zero
   */
  public static AliasTable of(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("a weight must be finite and not negative: " + weight);
      }
      sum += weight;
    }
    if (!(sum > 0) || sum == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("the weights must have a finite sum above zero");
    }
    return new AliasTable(columns(weights, sum));
  }

  /** Returns an outcome, from 64 random bits. */
  public int draw(long bits) {
    int column = CounterRandom.below(bits, columns.length);
    long entry = columns[column];
    return (bits & 0xFFFFFFFFL) < entry >>> 32 ? column : (int) entry;
  }

  /**
   * Returns the table, a column an outcome: in the upper half where it ends, in the lower what
   * follows.
   */
  public long[] columns() {
    return columns.clone();
  }

  private static long[] columns(double[] weights, double sum) {
    int size = weights.length;
    double[] height = new double[size];
    int[] worklist = new int[size];
    int smallEnd = 0;
    int largeStart = size;
    for (int i = 0; i < size; i++) {
      height[i] = weights[i] / sum * size;
      if (height[i] < 1) {
        worklist[smallEnd++] = i;
      } else {
        worklist[--largeStart] = i;
      }
    }
    long[] columns = new long[size];
    while (smallEnd > 0 && largeStart < size) {
      int small = worklist[--smallEnd];
      int large = worklist[largeStart];
      columns[small] = (long) (height[small] * 0x1p32) << 32 | large;
      height[large] -= 1 - height[small];
      if (height[large] < 1) {
        largeStart++;
        worklist[smallEnd++] = large;
      }
    }
    for (int i = 0; i < smallEnd; i++) {
      columns[worklist[i]] = 0xFFFFFFFFL << 32 | worklist[i];
    }
    for (int i = largeStart; i < size; i++) {
      columns[worklist[i]] = 0xFFFFFFFFL << 32 | worklist[i];
    }
    return columns;
  }
}
