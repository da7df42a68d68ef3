package org.wordvec.vectors.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * The syntax of words before their values, in text that was written as a table.
 *
 * @param padded whether blanks before a word are padding
 * @param numbered whether the number of the row precedes a word
 * @param quoted whether every word is in double quotes
 * @param table whether only words with blanks or double quotes are in double quotes
 * @param notes one line for each decision or doubt
 */
public record WordSyntax(
    boolean padded, boolean numbered, boolean quoted, boolean table, List<String> notes) {
  /** All text before the values is the word. */
  public static final WordSyntax PLAIN = new WordSyntax(false, false, false, false, List.of());

  /** Returns the index in a line at which the word begins, after padding and row number. */
  public int start(byte[] bytes, int from, int to) {
    int at = padded ? behindBlanks(bytes, from, to) : from;
    return numbered ? behindBlanks(bytes, behindNumber(bytes, at, to), to) : at;
  }

  /** Returns whether words must be decoded from their bytes. */
  public boolean changesWords() {
    return quoted || table;
  }

  /**
   * Returns the word in bytes {@code [from, to)}.
   *
   * @throws RowException if the quotes are empty
   */
  public byte[] word(byte[] bytes, int from, int to) throws RowException {
    boolean inQuotes = isQuoted(bytes, from, to);
    ByteArrayOutputStream word = new ByteArrayOutputStream(to - from);
    boolean needed = false;
    int first = inQuotes ? from + 1 : from;
    int end = inQuotes ? to - 1 : to;
    for (int i = first; i < end; i++) {
      boolean escape = inQuotes && i + 1 < end && isEscape(bytes[i]) && bytes[i + 1] == '"';
      i += escape ? 1 : 0;
      needed |= escape || TextRow.isSeparator(bytes[i]);
      word.write(bytes[i]);
    }
    if (inQuotes && !quoted && !needed) {
      return Arrays.copyOfRange(bytes, from, to);
    }
    if (word.size() == 0) {
      throw RowException.withoutWord();
    }
    return word.toByteArray();
  }

  /**
   * Returns whether a field is in double quotes, with those inside doubled or after a backslash.
   */
  public static boolean isQuoted(byte[] bytes, int from, int to) {
    if (to - from < 2 || bytes[from] != '"' || bytes[to - 1] != '"') {
      return false;
    }
    for (int i = from + 1; i < to - 1; i++) {
      if (isEscape(bytes[i]) && i + 1 < to - 1 && bytes[i + 1] == '"') {
        i++;
      } else if (bytes[i] == '"') {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(byte character) {
    return character == '"' || character == '\\';
  }

  /** Returns the index after the blanks that begin at {@code from}. */
  public static int behindBlanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && TextRow.isSeparator(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Returns the index after an integer, in double quotes or not; {@code from} if there is none. */
  public static int behindNumber(byte[] bytes, int from, int to) {
    boolean inQuotes = from < to && bytes[from] == '"';
    int first = inQuotes ? from + 1 : from;
    int at = first;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == first || (inQuotes && (at == to || bytes[at] != '"'))) {
      return from;
    }
    return inQuotes ? at + 1 : at;
  }
}
