package org.wordvec.corpora.reading;

/**
 * How many sequences of bytes beyond ASCII have the shape of a character in UTF-8.
 *
 * <p>Halves of surrogate pairs have it too, though no valid UTF-8 holds them: no other encoding
 * makes them.
 *
 * @param whole sequences that have it
 * @param broken sequences that do not
 */
public record Utf8Sequences(long whole, long broken) {
  /** Text of another encoding has more broken sequences than one in ten. */
  private static final int WHOLE_OF_EACH_BROKEN = 9;

  /** Counts those of a sample, which may end within a character. */
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

  /** Whether the text is UTF-8, but for an error here and there. */
  public boolean areNearlyAllWhole() {
    return WHOLE_OF_EACH_BROKEN * broken <= whole;
  }

  /** How many bytes a character that begins so has; 0 if none does. */
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
