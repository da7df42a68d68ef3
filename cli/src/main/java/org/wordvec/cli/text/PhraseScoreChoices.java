package org.wordvec.cli.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.corpora.phrases.PhraseScore;

/** How the ratings of pairs are spelt. */
final class PhraseScoreChoices extends Choices<PhraseScore> {
  PhraseScoreChoices() {
    super(values());
  }

  private static Map<String, PhraseScore> values() {
    Map<String, PhraseScore> values = new LinkedHashMap<>();
    values.put("discounted", PhraseScore.DISCOUNTED);
    values.put("npmi", PhraseScore.NPMI);
    return values;
  }
}
