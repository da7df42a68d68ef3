package org.wordvec.corpora;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.wordvec.corpora.text.TextDiagnostics;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.WordList;

/**
 * A corpus in the form that trainers read in every epoch: one array of int32 word ids, without
 * words outside the vocabulary, and the end of each sentence.
 *
 * <p>Valid as long as the arena that it was encoded into. Immutable and safe for use by several
 * threads.
 */
public final class EncodedCorpus {
  private final Vocabulary vocabulary;
  private final MemorySegment ids;
  private final MemorySegment sentenceEnds;
  private final Reading reading;

  /**
   * Statistics of reading the text.
   *
   * @param diagnostics diagnostics of all tokens, including those outside the vocabulary
   * @param distinctWords number of distinct words before the limits are applied
   * @param vocabularySeconds time for reading, tokenizing, counting and choosing the words
   * @param encodeSeconds time for replacing tokens by ids
   */
  public record Reading(
      TextDiagnostics diagnostics,
      long distinctWords,
      double vocabularySeconds,
      double encodeSeconds) {
    /** Returns the number of tokens of the corpus, including those outside the vocabulary. */
    public long tokens() {
      return diagnostics.words();
    }
  }

  /**
   * Creates a corpus from encoded ids.
   *
   * @param vocabulary words that the ids refer to
   * @param ids int32 ids in native byte order
   * @param sentenceEnds int64 end of each sentence in native byte order
   * @param reading statistics of reading the text
   */
  public EncodedCorpus(
      Vocabulary vocabulary, MemorySegment ids, MemorySegment sentenceEnds, Reading reading) {
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.sentenceEnds = sentenceEnds;
    this.reading = reading;
  }

  /** Returns the words that the ids refer to. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns the statistics of reading the text. */
  public Reading reading() {
    return reading;
  }

  /** Returns the number of raw tokens of the corpus, including those outside the vocabulary. */
  public long tokens() {
    return reading.tokens();
  }

  /** Returns the number of tokens inside the vocabulary. */
  public long encodedTokens() {
    return ids.byteSize() / Integer.BYTES;
  }

  /** Returns the number of sentences with at least one word of the vocabulary. */
  public long sentences() {
    return sentenceEnds.byteSize() / Long.BYTES;
  }

  /** Returns the position in the corpus, in encoded tokens, at which a sentence begins. */
  public long sentenceStart(long sentence) {
    return sentence == 0 ? 0 : sentenceEnd(sentence - 1);
  }

  /** Returns the position after the last token of a sentence. */
  public long sentenceEnd(long sentence) {
    return sentenceEnds.getAtIndex(ValueLayout.JAVA_LONG, sentence);
  }

  /**
   * Returns the sentence that a position is in, by bisection.
   *
   * @param position from 0 to {@link #encodedTokens} − 1
   */
  public long sentenceAt(long position) {
    long low = 0;
    long high = sentences() - 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (sentenceEnd(middle) > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Returns {@link #sentenceEnd} of all sentences: int64 {@code [sentences]} in native byte order.
   */
  public MemorySegment sentenceEnds() {
    return sentenceEnds;
  }

  /** Copies ids {@code [from, from + length)} to the beginning of an array. */
  public void copyIds(long from, int[] target, int length) {
    copyIds(from, target, 0, length);
  }

  /** Copies ids {@code [from, from + length)} to an array, starting at index {@code place}. */
  public void copyIds(long from, int[] target, int place, int length) {
    MemorySegment.copy(ids, ValueLayout.JAVA_INT, from * Integer.BYTES, target, place, length);
  }

  /** Writes the encoded text, one sentence per line with spaces between words. */
  public void writeText(OutputStream out) throws IOException {
    WordList words = vocabulary.words();
    byte[] buffer = new byte[1 << 16];
    int used = 0;
    int[] ids = new int[1 << 10];
    for (long sentence = 0; sentence < sentences(); sentence++) {
      long end = sentenceEnd(sentence);
      for (long from = sentenceStart(sentence); from < end; from += ids.length) {
        int length = (int) Math.min(ids.length, end - from);
        copyIds(from, ids, length);
        for (int i = 0; i < length; i++) {
          int needed = words.length(ids[i]) + 1;
          if (buffer.length - used < needed) {
            out.write(buffer, 0, used);
            used = 0;
            buffer = buffer.length < needed ? new byte[needed] : buffer;
          }
          used = words.copyUtf8(ids[i], buffer, used);
          buffer[used++] = ' ';
        }
      }
      buffer[used - 1] = '\n';
    }
    out.write(buffer, 0, used);
  }

  /** Returns all ids: int32 {@code [encodedTokens]} in native byte order. */
  public MemorySegment ids() {
    return ids;
  }
}
