package org.wordvec.deeplearning4j;

import java.util.concurrent.atomic.AtomicLong;
import org.deeplearning4j.models.sequencevectors.interfaces.SequenceIterator;
import org.deeplearning4j.models.sequencevectors.sequence.Sequence;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.wordvec.corpora.EncodedCorpus;

/**
 * Iterates over our encoded corpus for Deeplearning4j, from the beginning after each reset. One
 * thread reads it while another one may call {@link #handedOut}.
 */
final class Sentences implements SequenceIterator<VocabWord> {
  private final EncodedCorpus corpus;
  private final Lexicon lexicon;
  private final AtomicLong handedOut = new AtomicLong();
  private long next;

  Sentences(EncodedCorpus corpus, Lexicon lexicon) {
    this.corpus = corpus;
    this.lexicon = lexicon;
  }

  @Override
  public boolean hasMoreSequences() {
    return next < corpus.sentences();
  }

  @Override
  public Sequence<VocabWord> nextSequence() {
    long from = corpus.sentenceStart(next);
    int[] ids = new int[Math.toIntExact(corpus.sentenceEnd(next) - from)];
    corpus.copyIds(from, ids, ids.length);
    Sequence<VocabWord> sentence = new Sequence<>();
    for (int id : ids) {
      sentence.addElement(lexicon.word(id));
    }
    // Deeplearning4j's own iterators number sentences, and its random draws start from the number.
    sentence.setSequenceId((int) next);
    next++;
    handedOut.addAndGet(ids.length);
    return sentence;
  }

  @Override
  public void reset() {
    next = 0;
  }

  /** Returns the number of words handed out so far, over all passes. */
  long handedOut() {
    return handedOut.get();
  }
}
