package org.wordvec.cli;

import java.util.List;
import org.wordvec.corpora.reading.PrintableText;

/** Lists in running text. */
final class Sentence {
  private Sentence() {}

  /** "a", "a or b", "a, b or c". */
  static String alternatives(List<String> words) {
    List<String> items = words.stream().map(PrintableText::of).toList();
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
  }
}
