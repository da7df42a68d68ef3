package org.wordvec.cli;

import java.util.List;

/** Lists in running text. */
final class Sentence {
  private Sentence() {}

  /** "a", "a or b", "a, b or c". */
  static String alternatives(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
  }
}
