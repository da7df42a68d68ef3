package org.wordvec.cli.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.corpora.tokenizing.Digits;

/** How the answers to digits are spelt. */
final class DigitsChoices extends Choices<Digits> {
  DigitsChoices() {
    super(values());
  }

  private static Map<String, Digits> values() {
    Map<String, Digits> values = new LinkedHashMap<>();
    values.put("keep", Digits.KEEP);
    values.put("zero", Digits.ZERO);
    values.put("drop", Digits.DROP);
    return values;
  }
}
