package org.wordvec.cli.base;

import java.util.List;
import org.wordvec.corpora.reading.PrintableText;

/** Formats lists in English sentences. */
public final class EnglishList {
  private EnglishList() {}

  /** Returns "a", "a or b" or "a, b or c". */
  public static String alternatives(List<String> words) {
    List<String> items = words.stream().map(PrintableText::of).toList();
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
  }
}
