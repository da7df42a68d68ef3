package org.wordvec.vectors.reading;

import java.util.List;
import java.util.Locale;

/**
 * Counts words that no usual tool writes, and words that begin with blanks. Not safe for use by
 * several threads.
 */
public final class SuspiciousWords {
  private long count;
  private long first;
  private long blanks;
  private long firstBlank;

  /** Creates a counter at zero. */
  public SuspiciousWords() {}

  /**
   * Checks the word of a row; returns whether it is suspicious.
   *
   * @param row number of the row, from 0
   */
  public boolean check(byte[] bytes, int from, int to, int row) {
    if (from < to && TextRow.isSeparator(bytes[from])) {
      firstBlank = blanks++ == 0 ? row + 1L : firstBlank;
    }
    if (WordBytes.of(bytes, from, to).arePlausible()) {
      return false;
    }
    first = count++ == 0 ? row + 1L : first;
    return true;
  }

  /** Adds notes on suspicious words, if there were any. */
  public void note(List<String> notes) {
    if (count == 1) {
      notes.add("the word of row " + first + " is not UTF-8, or holds control characters");
    } else if (count > 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d words are not UTF-8, or hold control characters; the first is in row %d",
              count,
              first));
    }
    if (blanks == 1) {
      notes.add("the word of row " + firstBlank + " begins with a blank");
    } else if (blanks > 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d words begin with a blank; the first is in row %d",
              blanks,
              firstBlank));
    }
  }
}
