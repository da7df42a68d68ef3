package org.wordvec.cli.base;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the treatments of unknown words are spelt. */
public final class UnknownWordsChoices extends Choices<UnknownWords> {
  UnknownWordsChoices() {
    super(values());
  }

  private static Map<String, UnknownWords> values() {
    Map<String, UnknownWords> values = new LinkedHashMap<>();
    values.put("error", UnknownWords.ERROR);
    values.put("skip", UnknownWords.SKIP);
    values.put("empty", UnknownWords.EMPTY);
    return values;
  }
}
