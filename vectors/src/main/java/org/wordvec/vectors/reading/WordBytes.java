package org.wordvec.vectors.reading;

/** The validity of the bytes of a word or line as UTF-8. */
public enum WordBytes {
  /** UTF-8 without control characters other than the tab. */
  SOUND,
  /** The same, but with an incomplete last character, as word2vec.c truncates long words. */
  CUT,
  /** UTF-8 with control characters. */
  CONTROL,
  /** Not UTF-8. */
  MALFORMED;

  /** Maximum number of bytes of a word that is read or written; word2vec itself truncates at 99. */
  public static final int LONGEST = 1 << 19;

  /** Returns whether usual tools write such a word. */
  public boolean arePlausible() {
    return this == SOUND || this == CUT;
  }

  /** Returns the validity of bytes {@code [from, to)}. */
  public static WordBytes of(byte[] bytes, int from, int to) {
    WordBytes found = SOUND;
    int at = from;
    while (at < to) {
      byte lead = bytes[at];
      int length = length(lead);
      if (length == 0) {
        return MALFORMED;
      }
      if (length == 1 && lead != '\t' && (lead < ' ' || lead == 0x7f)) {
        found = CONTROL;
      }
      int end = Math.min(at + length, to);
      for (int i = at + 1; i < end; i++) {
        if ((bytes[i] & 0xc0) != 0x80 || (i == at + 1 && !mayFollow(lead, bytes[i]))) {
          return MALFORMED;
        }
      }
      if (end < at + length) {
        return found == SOUND ? CUT : found;
      }
      at = end;
    }
    return found;
  }

  /**
   * Returns the number of bytes of a character from its first byte; 0 if no character begins with
   * it.
   */
  private static int length(byte lead) {
    int bits = lead & 0xff;
    if (bits < 0x80) {
      return 1;
    } else if (bits < 0xc2 || bits > 0xf4) {
      return 0;
    } else if (bits < 0xe0) {
      return 2;
    }
    return bits < 0xf0 ? 3 : 4;
  }

  /** Rejects overlong forms, surrogates, and code points beyond Unicode. */
  private static boolean mayFollow(byte lead, byte second) {
    int bits = second & 0xff;
    return switch (lead & 0xff) {
      case 0xe0 -> bits >= 0xa0;
      case 0xed -> bits < 0xa0;
      case 0xf0 -> bits >= 0x90;
      case 0xf4 -> bits < 0x90;
      default -> true;
    };
  }
}
