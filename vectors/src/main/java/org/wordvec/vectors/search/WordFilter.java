package org.wordvec.vectors.search;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Matches words with a regular expression within limits of time and stack, as some expressions take
 * exponential time or deep recursion on long words. Not safe for use by several threads.
 */
final class WordFilter {
  /**
   * Maximum number of characters read, far more than a linear expression needs for thousands of
   * characters.
   */
  private static final int MOST_STEPS = 20_000_000;

  private final Pattern pattern;
  private int steps;

  WordFilter(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Returns whether the expression is found in a word.
   *
   * @throws ExpressionLimitException if the match takes too many steps or too much stack
   */
  boolean finds(String word) {
    steps = 0;
    try {
      return pattern.matcher(new Counted(word)).find();
    } catch (StackOverflowError deep) {
      throw failure(word, "repeats a group too often");
    }
  }

  private ExpressionLimitException failure(String word, String problem) {
    return new ExpressionLimitException(
        String.format(
            Locale.ROOT,
            "the expression %s %s on a word of %,d characters; write [ab]+ for (a|b)+ and a+ for"
                + " (a+)+",
            pattern,
            problem,
            word.length()));
  }

  /** A word that counts reads of its characters. */
  private final class Counted implements CharSequence {
    private final String word;

    Counted(String word) {
      this.word = word;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw failure(word, "takes too long");
      }
      return word.charAt(index);
    }

    @Override
    public int length() {
      return word.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return word.subSequence(start, end);
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
