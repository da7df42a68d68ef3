package org.wordvec.corpora.wikipedia;

/**
 * Removes the apostrophes of bold and italic text and keeps those of words, by MediaWiki's rules:
 * in a run of four, one is text; in a run of more than five, those above five are. If a line
 * contains an odd number both of bold and of italic marks, one bold mark is an apostrophe before an
 * italic one, as in {@code dell'''Eneide''}.
 */
final class Quotes {
  private static final int ITALIC = 2;
  private static final int BOLD = 3;
  private static final int BOTH = 5;

  private Quotes() {}

  /** Removes the marks from an index to the end of a line. */
  static void remove(StringBuilder line, int from) {
    int first = line.indexOf("''", from);
    if (first < 0) {
      return;
    }
    int apostrophe = isUnbalanced(line, first) ? apostropheBefore(line, from, first) : -1;
    int kept = first;
    int at = first;
    while (at < line.length()) {
      int end = Characters.endOfRun(line, at, line.length(), '\'');
      int run = end - at;
      if (run < ITALIC) {
        line.setCharAt(kept++, line.charAt(at));
        at++;
        continue;
      }
      int text = at == apostrophe - textOf(run) ? textOf(run) + 1 : textOf(run);
      for (int i = 0; i < text; i++) {
        line.setCharAt(kept++, '\'');
      }
      at = end;
    }
    line.setLength(kept);
  }

  /** Returns the number of apostrophes of a run that are text. */
  private static int textOf(int run) {
    return run == BOLD + 1 ? 1 : Math.max(0, run - BOTH);
  }

  private static boolean isUnbalanced(StringBuilder line, int first) {
    boolean oddBold = false;
    boolean oddItalic = false;
    int at = first;
    while (at < line.length()) {
      int end = Characters.endOfRun(line, at, line.length(), '\'');
      int marks = end - at - textOf(end - at);
      oddBold ^= marks == BOLD || marks == BOTH;
      oddItalic ^= marks == ITALIC || marks == BOTH;
      at = Math.max(at + 1, end);
    }
    return oddBold && oddItalic;
  }

  /**
   * Returns the index of the bold mark that contains the apostrophe: after a word of one letter,
   * else after a longer one, else after a space; -1 if there is none.
   */
  private static int apostropheBefore(StringBuilder line, int from, int first) {
    int ofWord = -1;
    int ofBlank = -1;
    int at = first;
    while (at < line.length()) {
      int end = Characters.endOfRun(line, at, line.length(), '\'');
      if (end - at - textOf(end - at) == BOLD) {
        int mark = end - BOLD;
        char before = mark > from ? line.charAt(mark - 1) : '\0';
        if (before == ' ') {
          ofBlank = ofBlank < 0 ? mark : ofBlank;
        } else if (mark - 1 > from && line.charAt(mark - 2) == ' ') {
          return mark;
        } else {
          ofWord = ofWord < 0 ? mark : ofWord;
        }
      }
      at = Math.max(at + 1, end);
    }
    return ofWord < 0 ? ofBlank : ofWord;
  }
}
