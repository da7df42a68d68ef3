package org.wordvec.corpora.wikipedia;

/** Classes of characters, and looking for them in a text. */
final class Characters {
  private Characters() {}

  /** Whether a character is white space, of which MediaWiki takes Unicode's too. */
  static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || (c >= 0x85 && (c == 0x85 || Character.isSpaceChar(c)));
  }

  /** Whether a character is an ASCII letter. */
  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether a character is an ASCII letter or digit. */
  static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  /** Returns the end of the run of a character that begins at a place. */
  static int endOfRun(CharSequence text, int start, int limit, char of) {
    int end = start;
    while (end < limit && text.charAt(end) == of) {
      end++;
    }
    return end;
  }

  /** Returns the first place from one on that holds no blank or tab. */
  static int skipBlanks(CharSequence text, int start, int limit) {
    int at = start;
    while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Whether a text holds another at a place before a limit. */
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
