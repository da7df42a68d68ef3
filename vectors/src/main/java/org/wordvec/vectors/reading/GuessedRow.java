package org.wordvec.vectors.reading;

/** What the beginning of a row looks like, where nobody knows yet whether one is there. */
public final class GuessedRow {
  /** Longer words than this are read, but not guessed. */
  public static final int LONGEST_WORD = 256;

  /** So many rows in a row are no accident. */
  static final int ENOUGH = 8;

  private GuessedRow() {}

  /** Returns the bytes up to the next space; 0 or −1 if no word seems to be here. */
  static int wordLength(FileWindow file, long start) {
    long last = Math.min(file.size(), start + LONGEST_WORD);
    for (long i = start; i < last; i++) {
      byte character = file.at(i);
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
