package org.wordvec.corpora.wikipedia;

/** Character classes and searches for characters. */
final class Characters {
  private Characters() {}

  /** Returns whether a character is white space in MediaWiki, which includes Unicode's. */
  static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || (c >= 0x85 && (c == 0x85 || Character.isSpaceChar(c)));
  }

  /** Returns whether a character is an ASCII letter. */
  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Returns whether a character is an ASCII letter or digit. */
  static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  /** Returns the end of the run of one character that begins at {@code start}. */
  static int endOfRun(CharSequence text, int start, int limit, char of) {
    int end = start;
    while (end < limit && text.charAt(end) == of) {
      end++;
    }
    return end;
  }

  /** Returns the first index from {@code start} on that is not a space or tab. */
  static int skipBlanks(CharSequence text, int start, int limit) {
    int at = start;
    while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Returns whether a text contains another one at an index, before a limit. */
  static boolean startsWith(CharSequence text, int at, int limit, String wanted) {
    if (limit - at < wanted.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (text.charAt(at + i) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
