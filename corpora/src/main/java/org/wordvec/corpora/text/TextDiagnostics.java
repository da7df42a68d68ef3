package org.wordvec.corpora.text;

/**
 * Statistics that reveal wrongly tokenized text, or data that are not text.
 *
 * @param words number of tokens
 * @param unseparated number of tokens with eight or more Chinese, Japanese or Thai letters: text
 *     without white space between words
 * @param unreadable number of tokens with control characters, U+FFFD or unassigned code points:
 *     binary data or another encoding
 * @param overlong number of tokens of more than 60 characters
 * @param lines number of lines with words
 * @param stopWords number of configured stop words
 * @param stopped number of tokens left out as stop words; not included in {@code words}
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

  /** Creates diagnostics of a text without configured stop words. */
  public TextDiagnostics(long words, long unseparated, long unreadable, long overlong, long lines) {
    this(words, unseparated, unreadable, overlong, lines, 0, 0);
  }

  /** Returns these diagnostics with a distinct word and its count added. */
  public TextDiagnostics with(String word, long count) {
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
