package org.wordvec.vectors.evaluation;

/**
 * How well cosines agree with people.
 *
 * @param spearman correlation of the ranks, equal values sharing the mean of their ranks; NaN if
 *     fewer than two pairs were seen or one side is constant
 * @param pearson correlation of the values; NaN likewise
 * @param seen pairs whose words both have a vector with a direction
 * @param composed of these, pairs with a word that the vocabulary lacks
 * @param zero pairs left out because a word's vector is all zeros
 * @param total pairs in the file
 */
public record PairReport(
    double spearman, double pearson, int seen, int composed, int zero, int total) {
  /** Pairs left out because a word has no vector, or one of zeros. */
  public int skipped() {
    return total - seen;
  }
}
