package org.wordvec.corpora;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.wordvec.corpora.counting.TextDiagnostics;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.WordList;

/**
 * A corpus as the trainers read it in every epoch: int32 word ids in one run, words outside the
 * vocabulary left out, and where each sentence ends.
 *
 * <p>Lives as long as the arena that it was encoded into. Immutable and safe for use by several
 * threads.
 */
public final class EncodedCorpus {
  private final Vocabulary vocabulary;
  private final MemorySegment ids;
  private final MemorySegment sentenceEnds;
  private final Reading reading;

  /**
   * What reading the text took and showed.
   *
   * @param diagnostics what the tokens look like, those outside the vocabulary included
   * @param distinctWords before the limits
   * @param vocabularySeconds for reading, tokenizing, counting and choosing the words
   * @param encodeSeconds for giving every token its id
   */
  public record Reading(
      TextDiagnostics diagnostics,
      long distinctWords,
      double vocabularySeconds,
      double encodeSeconds) {
    /** Tokens of the corpus, those outside the vocabulary included. */
    public long tokens() {
      return diagnostics.words();
    }
  }

  public EncodedCorpus(
      Vocabulary vocabulary, MemorySegment ids, MemorySegment sentenceEnds, Reading reading) {
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.sentenceEnds = sentenceEnds;
    this.reading = reading;
  }

  /** The words behind the ids. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What reading the text took and showed. */
  public Reading reading() {
    return reading;
  }

  /** Raw tokens of the corpus, those outside the vocabulary included. */
  public long tokens() {
    return reading.tokens();
  }

  /** Tokens inside the vocabulary. */
  public long encodedTokens() {
    return ids.byteSize() / Integer.BYTES;
  }

  /** Number of sentences with at least one word of the vocabulary. */
  public long sentences() {
    return sentenceEnds.byteSize() / Long.BYTES;
  }

  /** Position in the corpus, in encoded tokens, at which a sentence begins. */
  public long sentenceStart(long sentence) {
    return sentence == 0 ? 0 : sentenceEnd(sentence - 1);
  }

  /** Position behind the last token of a sentence. */
  public long sentenceEnd(long sentence) {
    return sentenceEnds.getAtIndex(ValueLayout.JAVA_LONG, sentence);
  }

  /** {@link #sentenceEnd} of all sentences, int64 in the machine's byte order. */
  public MemorySegment sentenceEnds() {
    return sentenceEnds;
  }

  /** Copies ids {@code [from, from + length)} to the beginning of an array. */
  public void copyIds(long from, int[] target, int length) {
    copyIds(from, target, 0, length);
  }

  /** Copies ids {@code [from, from + length)} to an array from a place on. */
  public void copyIds(long from, int[] target, int place, int length) {
    MemorySegment.copy(ids, ValueLayout.JAVA_INT, from * Integer.BYTES, target, place, length);
  }

  /** Writes the text: a sentence a line, a space between its words. */
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

  /** All ids, int32 in the machine's byte order. */
  public MemorySegment ids() {
    return ids;
  }
}
