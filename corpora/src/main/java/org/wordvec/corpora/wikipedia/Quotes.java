package org.wordvec.corpora.wikipedia;

/**
 * Takes the apostrophes of bold and italic text away and leaves those of words, by MediaWiki's
 * rules: of a run of four one is text, of more than five those above. Where a line holds an odd
 * number both of bold and of italic marks, one bold mark is an apostrophe before an italic one, as
 * in {@code dell'''Eneide''}.
 */
final class Quotes {
  private static final int ITALIC = 2;
  private static final int BOLD = 3;
  private static final int BOTH = 5;

  private Quotes() {}

  /** Removes the marks from a place on to the end, which is one line. */
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

  /** Returns how many apostrophes of a run are text. */
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
   * Returns the place of the bold mark that holds the apostrophe: behind a word of one letter, else
   * behind a longer one, else behind a blank; -1 if there is none.
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
