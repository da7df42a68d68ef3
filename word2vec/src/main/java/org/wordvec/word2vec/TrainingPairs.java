package org.wordvec.word2vec;

import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Checks before a training whether it has a pair of words to learn from. A window always reaches
 * the next word, so that there is a pair wherever subsampling keeps two words of a sentence; its
 * draws are those of the training. Of an ordinary corpus only the first few sentences are read.
 */
public final class TrainingPairs {
  private TrainingPairs() {}

  /** Returns the number of epochs that have a pair of words to learn from. */
  public static int epochs(EncodedCorpus corpus, Word2VecConfig config) {
    if (!anySentence(corpus)) {
      return 0;
    }
    Subsampling subsampling = Subsampling.of(corpus.vocabulary(), config.sample());
    int epochs = 0;
    for (int epoch = 0; epoch < config.schedule().epochs(); epoch++) {
      epochs += keepsAny(corpus, subsampling, config.execution().seed(), epoch) ? 1 : 0;
    }
    return epochs;
  }

  /**
   * Returns settings that fit a text: {@link Word2VecConfig#DEFAULT_SAMPLE} is meant for texts of
   * many thousands of words, and where it would leave an epoch without a pair, all words are kept.
   * Any other fraction was chosen by the user and stays.
   */
  public static Word2VecConfig fitted(EncodedCorpus corpus, Word2VecConfig config) {
    boolean fits =
        config.sample() != Word2VecConfig.DEFAULT_SAMPLE
            || epochs(corpus, config) == config.schedule().epochs();
    return fits ? config : config.withSample(0);
  }

  /**
   * Checks that one sentence has two words.
   *
   * @throws NothingToTrainException if none has
   */
  public static void requireSentence(EncodedCorpus corpus) {
    if (!anySentence(corpus)) {
      throw new NothingToTrainException(
          "there is no pair of words to train: no line has two words of the vocabulary");
    }
  }

  /**
   * Checks that one epoch has a pair of words.
   *
   * @throws NothingToTrainException if none has
   */
  public static void require(EncodedCorpus corpus, Word2VecConfig config) {
    requireSentence(corpus);
    if (epochs(corpus, config) == 0) {
      throw new NothingToTrainException(
          "there is no pair of words to train: subsampling with "
              + config.sample()
              + " leaves two words in no line; 0 keeps all words");
    }
  }

  private static boolean anySentence(EncodedCorpus corpus) {
    for (long sentence = 0; sentence < corpus.sentences(); sentence++) {
      if (corpus.sentenceEnd(sentence) - corpus.sentenceStart(sentence) > 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean keepsAny(
      EncodedCorpus corpus, Subsampling subsampling, long seed, int epoch) {
    long key = CounterRandom.key(seed, epoch);
    int[] words = new int[0];
    int[] places = new int[0];
    for (long sentence = 0; sentence < corpus.sentences(); sentence++) {
      long start = corpus.sentenceStart(sentence);
      int length = (int) (corpus.sentenceEnd(sentence) - start);
      if (length > words.length) {
        words = new int[2 * length];
        places = new int[2 * length];
      }
      corpus.copyIds(start, words, length);
      if (subsampling.keep(words, length, places, key, start) > 1) {
        return true;
      }
    }
    return false;
  }
}
