package org.wordvec.vectors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What the beginning of a row looks like, where nobody knows yet whether one is there. */
final class GuessedRow {
  /** Longer words than this are read, but not guessed. */
  static final int LONGEST_WORD = 256;

  /** So many rows in a row are no accident. */
  static final int ENOUGH = 8;

  private GuessedRow() {}

  /** Bytes up to the next space; 0 or −1 if no word seems to be here. */
  static int wordLength(MemorySegment bytes, long start) {
    long last = Math.min(bytes.byteSize(), start + LONGEST_WORD);
    for (long i = start; i < last; i++) {
      byte character = bytes.get(ValueLayout.JAVA_BYTE, i);
      if (character == ' ') {
        return (int) (i - start);
      }
      if (character >= 0 && character < ' ') {
        return -1;
      }
    }
    return -1;
  }
}
