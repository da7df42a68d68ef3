package org.wordvec.cli.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;

/** How those who multiply matrices are spelt. */
final class SearchEngineChoices extends Choices<SearchEngineKind> {
  SearchEngineChoices() {
    super(values());
  }

  private static Map<String, SearchEngineKind> values() {
    Map<String, SearchEngineKind> values = new LinkedHashMap<>();
    values.put("wordvec", SearchEngineKind.WORDVEC);
    values.put("nd4j", SearchEngineKind.ND4J);
    return values;
  }
}
