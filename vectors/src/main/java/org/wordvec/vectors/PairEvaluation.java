package org.wordvec.vectors;

import java.util.Arrays;
import java.util.Locale;

/** Compares the cosines of word pairs with the similarities that people gave them. */
public final class PairEvaluation {
  private PairEvaluation() {}

  /**
   * Correlates over the pairs whose words are both known, as they are spelt or else in lower case.
   */
  public static PairReport evaluate(WordVectors vectors, WordPairs pairs) {
    double[] cosines = new double[pairs.pairs().size()];
    double[] scores = new double[cosines.length];
    int seen = 0;
    for (WordPairs.Pair pair : pairs.pairs()) {
      int first = id(pair.first(), vectors);
      int second = id(pair.second(), vectors);
      if (first >= 0 && second >= 0) {
        cosines[seen] = Cosines.between(vectors.matrix().row(first), vectors.matrix().row(second));
        scores[seen++] = pair.score();
      }
    }
    double[] ours = Arrays.copyOf(cosines, seen);
    double[] theirs = Arrays.copyOf(scores, seen);
    return new PairReport(
        Correlation.spearman(ours, theirs),
        Correlation.pearson(ours, theirs),
        seen,
        cosines.length);
  }

  private static int id(String word, WordVectors vectors) {
    int id = vectors.words().indexOf(word);
    return id >= 0 ? id : vectors.words().indexOf(word.toLowerCase(Locale.ROOT));
  }
}
