package org.wordvec.corpora.wikipedia;

import java.util.Set;

/** Finds URLs as MediaWiki does. */
final class Addresses {
  private static final int LONGEST_SCHEME = 10;

  /** Schemes with {@code //} after the colon. */
  private static final Set<String> HIERARCHIC =
      Set.of(
          "ftp",
          "ftps",
          "git",
          "gopher",
          "http",
          "https",
          "irc",
          "ircs",
          "mms",
          "nntp",
          "redis",
          "sftp",
          "ssh",
          "svn",
          "telnet",
          "worldwind");

  /** Schemes without {@code //}, which are links in brackets only. */
  private static final Set<String> OPAQUE =
      Set.of(
          "bitcoin", "geo", "magnet", "mailto", "matrix", "news", "sip", "sips", "sms", "tel",
          "urn", "xmpp");

  private static final String FULL_WIDTH = "，。；：？！、（）「」『』【】《》〈〉〔〕［］｛｝…“”‘’　";
  private static final String TRAILING = ",;.:!?";

  private Addresses() {}

  /** Returns whether a URL that may occur in brackets begins here; {@code //host} is one. */
  static boolean beginsAt(CharSequence text, int at, int limit) {
    return behindScheme(text, at, limit) > 0;
  }

  /**
   * Returns the end of the URL in brackets that begins here, or -1 if none does.
   *
   * @param limit end of the line
   */
  static int endInBrackets(CharSequence text, int at, int limit) {
    int host = behindScheme(text, at, limit);
    return host < 0 ? -1 : end(text, host, limit);
  }

  private static int behindScheme(CharSequence text, int at, int limit) {
    int end = at;
    while (end < limit && end - at <= LONGEST_SCHEME && Characters.isLetter(text.charAt(end))) {
      end++;
    }
    int host = end;
    if (end > at) {
      if (end == limit || text.charAt(end) != ':') {
        return -1;
      }
      String scheme = lower(text, at, end);
      host = end + 1;
      if (OPAQUE.contains(scheme)) {
        return host < limit && isPart(text.charAt(host)) ? host : -1;
      }
      if (!HIERARCHIC.contains(scheme)) {
        return -1;
      }
    }
    boolean found = Characters.startsWith(text, host, limit, "//");
    return found && host + 2 < limit && isPart(text.charAt(host + 2)) ? host + 2 : -1;
  }

  /**
   * Returns the number of characters of a URL scheme before a colon in running text, or 0 if the
   * colon is not part of a URL.
   */
  static int schemeBefore(CharSequence text, int colon, int start, int limit) {
    int at = colon;
    while (at > start
        && colon - at <= LONGEST_SCHEME
        && Characters.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    if (at == colon || colon + 1 >= limit || !isPart(text.charAt(colon + 1))) {
      return 0;
    }
    String scheme = lower(text, at, colon);
    boolean hierarchic =
        HIERARCHIC.contains(scheme)
            && Characters.startsWith(text, colon + 1, limit, "//")
            && colon + 3 < limit
            && isPart(text.charAt(colon + 3));
    return hierarchic || scheme.equals("mailto") ? colon - at : 0;
  }

  /** Returns the end of a URL in running text, without trailing punctuation. */
  static int endInText(CharSequence text, int colon, int limit) {
    int end = end(text, colon + 1, limit);
    boolean parenthesis = false;
    for (int i = colon; i < end; i++) {
      parenthesis |= text.charAt(i) == '(';
    }
    while (end > colon + 1
        && (TRAILING.indexOf(text.charAt(end - 1)) >= 0
            || (!parenthesis && text.charAt(end - 1) == ')'))) {
      end--;
    }
    return end;
  }

  private static int end(CharSequence text, int from, int limit) {
    int end = from;
    while (end < limit
        && isPart(text.charAt(end))
        && !Characters.startsWith(text, end, limit, "''")) {
      end++;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return c > ' '
        && c != '<'
        && c != '>'
        && c != '['
        && c != ']'
        && c != '"'
        && c != '\u007f'
        && (c < 0x80
            || (!Characters.isSpace(c) && FULL_WIDTH.indexOf(c) < 0 && !Protection.isOurs(c)));
  }

  private static String lower(CharSequence text, int from, int to) {
    return text.subSequence(from, to).toString().toLowerCase(java.util.Locale.ROOT);
  }
}
