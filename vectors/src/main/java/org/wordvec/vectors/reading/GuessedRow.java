package org.wordvec.vectors.reading;

/** Recognises plausible beginnings of rows. */
public final class GuessedRow {
  /** Maximum number of bytes of a plausible word; longer words are read, but not guessed. */
  public static final int LONGEST_WORD = 256;

  /** Number of consecutive plausible rows that cannot be accidental. */
  static final int ENOUGH = 8;

  private GuessedRow() {}

  /** Returns the number of bytes up to the next space; 0 or −1 if there is no plausible word. */
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
