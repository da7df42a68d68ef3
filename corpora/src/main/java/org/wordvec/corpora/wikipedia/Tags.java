package org.wordvec.corpora.wikipedia;

import java.util.ArrayDeque;
import java.util.Deque;

/** Removes the tags of known elements, and HTML tables as a whole. */
final class Tags {
  private Tags() {}

  static StringBuilder without(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    Deque<Integer> tables = new ArrayDeque<>();
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '<') {
        at++;
        continue;
      }
      boolean closing = at + 1 < text.length() && text.charAt(at + 1) == '/';
      int name = closing ? at + 2 : at + 1;
      String element = Elements.nameAt(text, name);
      int end = Elements.isKnown(element) ? TagEnd.find(text, name + element.length()) : -1;
      if (end < 0) {
        at++;
        continue;
      }
      out.append(text, copied, at);
      if (element.equals("table")) {
        table(closing, tables, out);
      }
      if (Elements.isBlock(element)) {
        out.append(' ');
      }
      at = end;
      copied = end;
    }
    return out.append(text, copied, text.length());
  }

  private static void table(boolean closing, Deque<Integer> open, StringBuilder out) {
    if (!closing) {
      open.push(out.length());
    } else if (!open.isEmpty()) {
      out.setLength(open.pop());
    }
  }
}
