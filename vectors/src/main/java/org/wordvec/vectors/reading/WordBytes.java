package org.wordvec.vectors.reading;

/** What the bytes of a word, or of a line, are as UTF-8. */
public enum WordBytes {
  /** UTF-8 without control characters other than the tab. */
  SOUND,
  /** The same, but for a last character that lacks bytes, as where word2vec.c cuts long words. */
  CUT,
  /** UTF-8 with control characters. */
  CONTROL,
  /** No UTF-8. */
  MALFORMED;

  /** Bytes of a word; word2vec itself stops at 99, and what is longer cannot be written. */
  public static final int LONGEST = 1 << 19;

  /** Returns whether these are bytes that a tool of the field writes for a word. */
  public boolean arePlausible() {
    return this == SOUND || this == CUT;
  }

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

  /** Returns the bytes of the character that begins with this one; 0 if none does. */
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

  /** Leaves out what has a shorter form, surrogates, and what is beyond Unicode. */
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
