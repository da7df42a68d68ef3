package org.wordvec.corpora.wikipedia;

import java.util.ArrayDeque;
import java.util.Deque;

/** Converts markup at the beginning of lines: tables, headings, lists and rules. */
final class Lines {
  private final CharSequence text;
  private final StringBuilder out;
  private final Deque<Integer> tables = new ArrayDeque<>();

  private Lines(CharSequence text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** Returns the text without tables and without the markup of lines and inside them. */
  static StringBuilder plain(CharSequence text) {
    Lines lines = new Lines(text);
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n') {
        end++;
      }
      lines.line(start, end);
      start = end + 1;
    }
    int length = lines.out.length();
    lines.out.setLength(length == 0 ? 0 : length - 1);
    return lines.out;
  }

  private void line(int start, int end) {
    int at = Characters.skipBlanks(text, start, end);
    if (beginsTable(at, end)) {
      tables.push(out.length());
      return;
    }
    if (!tables.isEmpty() && at < end) {
      if (Characters.startsWith(text, at, end, "|}")) {
        out.setLength(tables.pop());
        inline(at + 2, end);
        return;
      }
      if (text.charAt(at) == '|' || text.charAt(at) == '!') {
        // Of an unclosed table at least the rows are removed.
        return;
      }
    }
    if (!heading(at, end)) {
      list(at, end);
    }
  }

  private boolean beginsTable(int at, int end) {
    int brace = at;
    while (brace < end && text.charAt(brace) == ':') {
      brace = Characters.skipBlanks(text, brace + 1, end);
    }
    return Characters.startsWith(text, brace, end, "{|");
  }

  private boolean heading(int at, int end) {
    int last = end;
    while (last > at && Characters.isSpace(text.charAt(last - 1))) {
      last--;
    }
    if (last - at < 3 || text.charAt(at) != '=' || text.charAt(last - 1) != '=') {
      return false;
    }
    int title = Characters.endOfRun(text, at, last, '=');
    int level = Math.min(6, Math.min(title - at, (last - at - 1) / 2));
    int trailing = 0;
    while (trailing < level && text.charAt(last - 1 - trailing) == '=') {
      trailing++;
    }
    int marks = Math.min(level, trailing);
    int from = Characters.skipBlanks(text, at + marks, last - marks);
    int to = last - marks;
    while (to > from && Characters.isSpace(text.charAt(to - 1))) {
      to--;
    }
    inline(from, to);
    return true;
  }

  private void list(int at, int end) {
    int from = Characters.endOfRun(text, at, end, '-');
    if (from - at < 4) {
      from = at;
      while (from < end && isListMark(text.charAt(from))) {
        from++;
      }
    }
    boolean term = from > at && text.charAt(from - 1) == ';';
    int before = out.length();
    inline(from == at ? at : Characters.skipBlanks(text, from, end), end);
    int colon = term ? out.indexOf(":", before) : -1;
    if (colon >= 0) {
      // "; term : definition" is two lines.
      out.setCharAt(colon, '\n');
    }
  }

  private static boolean isListMark(char c) {
    return c == '*' || c == '#' || c == ':' || c == ';';
  }

  private void inline(int from, int to) {
    int before = out.length();
    Inline.append(text, from, to, out);
    Quotes.remove(out, before);
    out.append('\n');
  }
}
