package org.wordvec.corpora.reading;

/**
 * Counts of well-formed and malformed UTF-8 sequences beyond ASCII.
 *
 * <p>Encoded surrogates count as well-formed although UTF-8 forbids them, as no other encoding
 * produces such bytes.
 *
 * @param whole number of well-formed sequences
 * @param broken number of malformed sequences
 */
public record Utf8Sequences(long whole, long broken) {
  /** In text of another encoding more than one sequence in ten is malformed. */
  private static final int WHOLE_OF_EACH_BROKEN = 9;

  /** Counts the sequences of a sample, which may end within a character. */
  public static Utf8Sequences of(byte[] sample) {
    long whole = 0;
    long broken = 0;
    int at = 0;
    while (at < sample.length) {
      int length = length(sample[at] & 0xff);
      int end = at + 1;
      while (end < sample.length && end < at + length && (sample[end] & 0xc0) == 0x80) {
        end++;
      }
      if (length == 0 || (end < at + length && end < sample.length)) {
        broken++;
      } else if (length > 1 && end == at + length) {
        whole++;
      }
      at = end;
    }
    return new Utf8Sequences(whole, broken);
  }

  /** Returns whether the text is UTF-8 apart from a few errors. */
  public boolean areNearlyAllWhole() {
    return WHOLE_OF_EACH_BROKEN * broken <= whole;
  }

  /**
   * Returns the number of bytes of a character from its first byte; 0 if no character begins with
   * it.
   */
  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  }
}
