package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;

/**
 * A trainer of another library, reached through a bridge that {@link java.util.ServiceLoader}
 * finds.
 */
public interface Word2VecEngine {
  /** Returns its name on the command line. */
  String name();

  /**
   * Checks before any work whether this trainer supports a configuration.
   *
   * @return notes for the user on how it will be trained; mostly none
   * @throws IllegalArgumentException if it cannot, naming the setting
   */
  List<String> check(Word2VecConfig config);

  /**
   * Trains on a corpus.
   *
   * @param arena owns the vectors that come out
   * @throws org.wordvec.compute.training.DivergedException if the vectors that came out cannot be
   *     right
   * @throws InterruptedException if the calling thread is interrupted
   */
  Word2Vec.Trained train(
      EncodedCorpus corpus, Word2VecConfig config, Arena arena, Progress progress)
      throws InterruptedException;
}
