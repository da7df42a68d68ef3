package org.wordvec.senses.induction;

import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.senses.contexts.ContextSpace;

/** Describes occurrences of words in a corpus. Belongs to one thread. */
public final class ContextReader {
  private final EncodedCorpus corpus;
  private final ContextSpace space;
  private final int[] window = new int[2 * ContextSpace.WINDOW + 1];
  private final float[] context;

  /** Creates a reader. */
  public ContextReader(EncodedCorpus corpus, ContextSpace space) {
    this.corpus = corpus;
    this.space = space;
    this.context = new float[space.features()];
  }

  /**
   * Returns the description of an occurrence, valid until the next call.
   *
   * @param position in the corpus
   * @param words that count as the one that occurs there
   */
  public float[] at(long position, int... words) {
    long sentence = corpus.sentenceAt(position);
    long first = Math.max(corpus.sentenceStart(sentence), position - ContextSpace.WINDOW);
    long end = Math.min(corpus.sentenceEnd(sentence), position + ContextSpace.WINDOW + 1);
    int length = (int) (end - first);
    corpus.copyIds(first, window, length);
    for (int other = 1; other < words.length; other++) {
      for (int i = 0; i < length; i++) {
        window[i] = window[i] == words[other] ? words[0] : window[i];
      }
    }
    space.describe(window, length, (int) (position - first), context);
    return context;
  }
}
