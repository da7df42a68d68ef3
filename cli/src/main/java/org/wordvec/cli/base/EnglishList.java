package org.wordvec.cli.base;

import java.util.List;
import org.wordvec.corpora.reading.PrintableText;

/** Lists in running text. */
public final class EnglishList {
  private EnglishList() {}

  /** "a", "a or b", "a, b or c". */
  public static String alternatives(List<String> words) {
    List<String> items = words.stream().map(PrintableText::of).toList();
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
  }
}
