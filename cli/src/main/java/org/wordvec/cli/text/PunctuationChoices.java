package org.wordvec.cli.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.corpora.tokenizing.Punctuation;

/** How the answers to punctuation are spelt. */
final class PunctuationChoices extends Choices<Punctuation> {
  PunctuationChoices() {
    super(values());
  }

  private static Map<String, Punctuation> values() {
    Map<String, Punctuation> values = new LinkedHashMap<>();
    values.put("keep", Punctuation.KEEP);
    values.put("drop", Punctuation.DROP);
    return values;
  }
}
