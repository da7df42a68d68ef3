package org.wordvec.corpora.wikipedia;

import java.util.Set;

/** Detects redirects. */
public final class Redirects {
  private static final int LONGEST_WORD = 40;

  private Redirects() {}

  /**
   * Returns whether a page is a redirect: it begins with {@code #}, a word such as REDIRECT in one
   * of Wikipedia's languages, and a link. With any other word, nothing may follow the link.
   */
  public static boolean isRedirect(String markup) {
    int start = 0;
    while (start < markup.length() && isSpace(markup.charAt(start))) {
      start++;
    }
    if (start == markup.length() || markup.charAt(start) != '#') {
      return false;
    }
    int limit = Math.min(markup.length(), start + LONGEST_WORD);
    int link = markup.indexOf("[[", start);
    if (link < 0 || link > limit) {
      return false;
    }
    String word = NameList.normal(markup.substring(start + 1, link));
    if (word.endsWith(":") || word.endsWith("：")) {
      word = word.substring(0, word.length() - 1).strip();
    }
    int end = markup.indexOf("]]", link);
    int newline = markup.indexOf('\n', link);
    if (end < 0 || (newline >= 0 && newline < end)) {
      return false;
    }
    boolean alone = isWord(markup.charAt(start + 1), word) && markup.substring(end + 2).isBlank();
    return Known.WORDS.contains(word) || alone;
  }

  private static boolean isWord(char first, String word) {
    return !isSpace(first) && !word.isEmpty() && word.codePoints().allMatch(Redirects::isPart);
  }

  private static boolean isPart(int point) {
    return Character.isLetter(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isSpace(char c) {
    return c == '\ufeff' || Characters.isSpace(c);
  }

  private static final class Known {
    static final Set<String> WORDS = NameList.read("redirects.txt", "\\|");
  }
}
