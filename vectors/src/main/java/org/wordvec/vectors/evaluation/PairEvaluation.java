package org.wordvec.vectors.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.OutOfVocabularyVectors;
import org.wordvec.vectors.WordVectors;

/** Compares the cosines of word pairs with human similarity ratings. */
public final class PairEvaluation {
  private PairEvaluation() {}

  /**
   * Correlates the pairs whose words both have a vector: that of the word as written, else in lower
   * case, else the out-of-vocabulary vector of the word as written.
   */
  public static PairReport evaluate(
      WordVectors vectors, OutOfVocabularyVectors outOfVocabulary, WordPairs pairs) {
    double[] cosines = new double[pairs.pairs().size()];
    double[] scores = new double[cosines.length];
    int seen = 0;
    int composed = 0;
    int zero = 0;
    for (WordPairs.Pair pair : pairs.pairs()) {
      Optional<float[]> first = known(pair.first(), vectors);
      Optional<float[]> second = known(pair.second(), vectors);
      boolean both = first.isPresent() && second.isPresent();
      first = first.or(() -> outOfVocabulary.vector(pair.first()));
      second = second.or(() -> outOfVocabulary.vector(pair.second()));
      if (first.isEmpty() || second.isEmpty()) {
        continue;
      }
      if (Geometry.isZero(first.get()) || Geometry.isZero(second.get())) {
        zero++;
      } else {
        cosines[seen] = Geometry.between(first.get(), second.get());
        scores[seen++] = pair.score();
        composed += both ? 0 : 1;
      }
    }
    double[] ours = Arrays.copyOf(cosines, seen);
    double[] theirs = Arrays.copyOf(scores, seen);
    return new PairReport(
        Correlation.spearman(ours, theirs),
        Correlation.pearson(ours, theirs),
        seen,
        composed,
        zero,
        cosines.length);
  }

  private static Optional<float[]> known(String word, WordVectors vectors) {
    return vectors.vector(word).or(() -> vectors.vector(word.toLowerCase(Locale.ROOT)));
  }
}
