package org.wordvec.languages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds runs of letters, digits and joining characters in text without spaces: AK47, v2.0,
 * COVID-19, AT&amp;T, a.b@c.org, C++ and URLs.
 *
 * <p>Letters are those of scripts that separate words by spaces. A full stop joins two letters or
 * two digits; a hyphen joins anything but two numbers.
 */
final class LetterRuns {
  private static final String LETTER =
      "[[\\p{L}\\p{M}]&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
          + "\\p{IsKhmer}\\p{IsMyanmar}\\u30fc]]";
  private static final String DIGIT = "\\p{Nd}";
  private static final String EITHER = "(?:" + LETTER + "|" + DIGIT + ")";
  private static final String JOINER =
      "(?:[_@](?="
          + EITHER
          + ")|(?<=L)(?:['’.&]|\\+\\+)(?=L)|(?<=D)\\.(?=D)|(?<=D),(?=D{3}(?!D))"
              .replace("L", LETTER)
              .replace("D", DIGIT)
          + "|(?<=L)[-\u2010\u2011](?=E)|(?<=D)[-\u2010\u2011](?=L)|(?<=L)\\+\\+(?=D))"
              .replace("L", LETTER)
              .replace("D", DIGIT)
              .replace("E", EITHER);
  // Backtracks over trailing punctuation: if it failed instead, every further "http://" in a long
  // run of characters would be scanned to the end again.
  private static final String ADDRESS = "(?:https?|ftp)://[!-;=?-~&&[^\"'()]]*(?<![.,;:!?])";
  private static final String RUN =
      EITHER + "++(?:" + JOINER + EITHER + "++)*+(?:(?<=" + LETTER + ")[+#]++|(?<=\\p{Nd})%)?+";

  private static final Pattern PATTERN = Pattern.compile(ADDRESS + "|" + RUN);

  private final Matcher matcher = PATTERN.matcher("");

  /** Starts with another text. */
  void reset(String text) {
    matcher.reset(text);
  }

  /** Moves to the next run; returns whether there is one. */
  boolean next() {
    return matcher.find();
  }

  int start() {
    return matcher.start();
  }

  int end() {
    return matcher.end();
  }
}
