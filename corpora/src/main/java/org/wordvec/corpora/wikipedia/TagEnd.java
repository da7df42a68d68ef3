package org.wordvec.corpora.wikipedia;

/** Finds the end of a tag, skipping quoted attributes. */
final class TagEnd {
  private TagEnd() {}

  /**
   * Returns the index after the {@code >} of a tag, or -1 if there is none before the next {@code
   * <}. If quotes are not closed, the first {@code >} ends the tag, as in MediaWiki.
   *
   * @param from an index after the tag's name
   */
  static int find(CharSequence text, int from) {
    int first = -1;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        return at + 1;
      }
      if (c == '<') {
        break;
      }
      if (isQuote(c) && at > from && text.charAt(at - 1) == '=') {
        int close = at + 1;
        while (close < text.length() && text.charAt(close) != c) {
          if (first < 0 && text.charAt(close) == '>') {
            first = close + 1;
          }
          close++;
        }
        if (close == text.length() || !endsAttribute(text, close + 1)) {
          return first >= 0 ? first : plain(text, at);
        }
        at = close;
      }
      at++;
    }
    return first;
  }

  private static int plain(CharSequence text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '<') {
        return -1;
      }
      if (c == '>') {
        return at + 1;
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean endsAttribute(CharSequence text, int at) {
    if (at == text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c == '>' || c == '/' || Characters.isSpace(c);
  }
}
