package org.wordvec.corpora.wikipedia;

/**
 * The last stage: removes brackets that a template has left empty, and restores protected
 * characters.
 */
final class EmptyBrackets {
  private static final String FILLING = ",;，；、";

  private EmptyBrackets() {}

  static StringBuilder without(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '(' || c == '（') {
        int end = at + 1;
        while (end < text.length() && isFilling(text.charAt(end))) {
          end++;
        }
        if (end < text.length() && (text.charAt(end) == ')' || text.charAt(end) == '）')) {
          at = end + 1;
          continue;
        }
      }
      Protection.restore(c, out);
      at++;
    }
    return out;
  }

  private static boolean isFilling(char c) {
    return Characters.isSpace(c) || FILLING.indexOf(c) >= 0;
  }
}
