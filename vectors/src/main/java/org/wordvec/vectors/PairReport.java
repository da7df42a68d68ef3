package org.wordvec.vectors;

/**
 * How well cosines agree with people.
 *
 * @param spearman correlation of the ranks, equal values sharing the mean of their ranks; NaN if
 *     fewer than two pairs were seen or one side is constant
 * @param pearson correlation of the values; NaN likewise
 * @param seen pairs with both words known
 * @param total pairs in the file
 */
public record PairReport(double spearman, double pearson, int seen, int total) {
  /** Pairs left out because the vocabulary lacks a word. */
  public int skipped() {
    return total - seen;
  }
}
