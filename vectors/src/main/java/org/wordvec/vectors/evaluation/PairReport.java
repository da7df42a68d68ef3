package org.wordvec.vectors.evaluation;

/**
 * The agreement of cosines with human ratings.
 *
 * @param spearman rank correlation, with mean ranks for equal values; NaN if fewer than two pairs
 *     were seen or one side is constant
 * @param pearson correlation of the values; NaN likewise
 * @param seen number of pairs whose words both have a vector that is not zero
 * @param composed number of these pairs with an out-of-vocabulary word
 * @param zero number of pairs skipped because a vector is all zeros
 * @param total number of pairs in the file
 */
public record PairReport(
    double spearman, double pearson, int seen, int composed, int zero, int total) {
  /** Returns the number of pairs skipped because a word has no vector, or one of zeros. */
  public int skipped() {
    return total - seen;
  }
}
