package org.wordvec.corpora.wikipedia;

/** Converts inline markup: URLs, external links and magic words. */
final class Inline {
  private static final int LONGEST_MAGIC_WORD = 60;

  private final CharSequence text;
  private final int end;
  private final StringBuilder out;

  /** Index of the next closing bracket, {@link #end} if there is none. */
  private int bracket = -1;

  private int dropped = -1;
  private int copied;

  private Inline(CharSequence text, int from, int end, StringBuilder out) {
    this.text = text;
    this.end = end;
    this.out = out;
    this.copied = from;
  }

  /** Appends the visible text of a line. */
  static void append(CharSequence text, int from, int to, StringBuilder out) {
    new Inline(text, from, to, out).append();
  }

  private void append() {
    int start = copied;
    int at = start;
    while (at < end) {
      switch (text.charAt(at)) {
        case '[' -> at = link(at);
        case ']' -> at = at == dropped ? skip(at, at + 1) : at + 1;
        case ':' -> at = address(at, start);
        case '_' -> at = magicWord(at);
        default -> at++;
      }
    }
    out.append(text, copied, end);
  }

  private int skip(int from, int to) {
    out.append(text, copied, from);
    copied = to;
    return to;
  }

  private int link(int at) {
    int address = Addresses.endInBrackets(text, at + 1, end);
    if (address < 0) {
      return at + 1;
    }
    if (bracket < address) {
      bracket = address;
      while (bracket < end && text.charAt(bracket) != ']') {
        bracket++;
      }
    }
    if (bracket == end) {
      return at + 1;
    }
    dropped = bracket;
    return skip(at, Characters.skipBlanks(text, address, end));
  }

  private int address(int colon, int start) {
    int scheme = Addresses.schemeBefore(text, colon, Math.max(start, copied), end);
    return scheme == 0 ? colon + 1 : skip(colon - scheme, Addresses.endInText(text, colon, end));
  }

  /** Skips magic words such as {@code __NOTOC__}, which other languages write in other letters. */
  private int magicWord(int at) {
    if (!Characters.startsWith(text, at, end, "__")) {
      return at + 1;
    }
    int limit = Math.min(end, at + LONGEST_MAGIC_WORD);
    int i = at + 2;
    while (i < limit && isMagic(text.charAt(i)) && !Characters.startsWith(text, i, end, "__")) {
      i++;
    }
    boolean found = i > at + 3 && Characters.startsWith(text, i, end, "__");
    return found ? skip(at, i + 2) : at + 1;
  }

  private static boolean isMagic(char c) {
    return c == '_'
        || c == '-'
        || (Character.isLetter(c) && !Character.isLowerCase(c))
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
