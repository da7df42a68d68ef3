package org.wordvec.fasttext;

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

  /** Returns the same with another {@link #prediction}. */
  public FastTextConfig withPrediction(Word2VecConfig other) {
    return new FastTextConfig(other, subwords);
  }
}
