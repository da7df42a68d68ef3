package org.wordvec.word2vec;

import java.util.Arrays;
import org.wordvec.corpora.EncodedCorpus;

/**
 * A corpus cut into runs of whole sentences of about {@value #TOKENS} tokens: as often as
 * word2vec.c lowers its learning rate. Immutable and safe for use by several threads.
 */
public final class SentenceSlices {
  private static final int TOKENS = 10_000;

  private final long[] starts;
  private final int longestSentence;

  private SentenceSlices(long[] starts, int longestSentence) {
    this.starts = starts;
    this.longestSentence = longestSentence;
  }

  /** Cuts a corpus into slices. */
  public static SentenceSlices of(EncodedCorpus corpus) {
    long[] starts =
        new long[(int) Math.min(Integer.MAX_VALUE, corpus.encodedTokens() / TOKENS + 2)];
    int size = 0;
    long sliceEnd = 0;
    long longest = 0;
    long start = 0;
    for (long sentence = 0; sentence < corpus.sentences(); sentence++) {
      if (start >= sliceEnd) {
        starts[size++] = sentence;
        sliceEnd = start + TOKENS;
      }
      long end = corpus.sentenceEnd(sentence);
      longest = Math.max(longest, end - start);
      start = end;
    }
    starts[size++] = corpus.sentences();
    return new SentenceSlices(Arrays.copyOf(starts, size), Math.toIntExact(longest));
  }

  /** Returns the number of slices. */
  public int size() {
    return starts.length - 1;
  }

  /** Returns the first sentence of a slice. */
  public long start(int slice) {
    return starts[slice];
  }

  /** Returns the sentence behind the last of a slice. */
  public long end(int slice) {
    return starts[slice + 1];
  }

  /** Returns {@link #start} of all slices, and the end of the last. */
  public long[] starts() {
    return starts.clone();
  }

  /** Returns the number of words of the longest sentence. */
  public int longestSentence() {
    return longestSentence;
  }
}
