package org.wordvec.corpora.counting;

import org.wordvec.corpora.text.Utf8;

/**
 * Signs of text that was cut wrongly, or is none.
 *
 * @param words tokens of the text
 * @param unseparated of them, those with eight Chinese, Japanese or Thai letters or more: text that
 *     has no white space between words
 * @param unreadable of them, those with control characters, U+FFFD or letters that Unicode has not
 *     assigned: binary data, or another encoding
 * @param overlong of them, those of more than 60 characters
 * @param lines that hold words
 * @param stopWords how many words were to be left out wherever they occur
 * @param stopped tokens that were left out as one of these, beside those in {@code words}
 */
public record TextDiagnostics(
    long words,
    long unseparated,
    long unreadable,
    long overlong,
    long lines,
    long stopWords,
    long stopped) {
  private static final int UNSEPARATED_LETTERS = 8;
  private static final int OVERLONG = 60;

  /** Where no words were to be left out. */
  public TextDiagnostics(long words, long unseparated, long unreadable, long overlong, long lines) {
    this(words, unseparated, unreadable, overlong, lines, 0, 0);
  }

  /** Adds a distinct word that occurs so often. */
  TextDiagnostics with(String word, long count) {
    int letters = 0;
    boolean strange = false;
    int length = 0;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int point = word.codePointAt(i);
      length++;
      letters += isUnseparated(point) ? 1 : 0;
      strange |= isStrange(point);
    }
    return new TextDiagnostics(
        words + count,
        unseparated + (letters >= UNSEPARATED_LETTERS ? count : 0),
        unreadable + (strange ? count : 0),
        overlong + (length > OVERLONG ? count : 0),
        lines,
        stopWords,
        stopped);
  }

  private static boolean isUnseparated(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI -> true;
      default -> false;
    };
  }

  private static boolean isStrange(int point) {
    return point == Utf8.REPLACEMENT
        || switch (Character.getType(point)) {
          case Character.CONTROL, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
          default -> false;
        };
  }
}
