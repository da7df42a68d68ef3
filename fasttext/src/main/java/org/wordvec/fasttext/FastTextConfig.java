package org.wordvec.fasttext;

import org.wordvec.compute.training.Schedule;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * All that decides a FastText training run, besides the corpus.
 *
 * @param prediction which word is predicted from which, and how that is learnt: the same as for
 *     Word2Vec, with defaults of its own
 * @param subwords the n-grams that a word's vector is made of
 */
public record FastTextConfig(Word2VecConfig prediction, Subwords subwords) {
  /** fastText's {@code -lr}, for skip-gram and CBOW. */
  public static final double DEFAULT_LEARNING_RATE = 0.05;

  /** fastText's constant: rare words are drawn more often than by word2vec's 0.75. */
  public static final double DEFAULT_NOISE_EXPONENT = 0.5;

  /** Returns fastText's defaults for an architecture, and those of Word2Vec where it has none. */
  public static FastTextConfig of(Architecture architecture) {
    return new FastTextConfig(
        Word2VecConfig.of(architecture)
            .withObjective(
                new Objective.NegativeSampling(
                    Objective.NegativeSampling.DEFAULT_NEGATIVES, DEFAULT_NOISE_EXPONENT))
            .withSchedule(new Schedule(Schedule.DEFAULT_EPOCHS, DEFAULT_LEARNING_RATE)),
        new Subwords(
            Subwords.DEFAULT_MINIMUM_LENGTH,
            Subwords.DEFAULT_MAXIMUM_LENGTH,
            Subwords.DEFAULT_BUCKETS));
  }

  /** Returns the same with another {@link #prediction}. */
  public FastTextConfig withPrediction(Word2VecConfig other) {
    return new FastTextConfig(other, subwords);
  }
}
