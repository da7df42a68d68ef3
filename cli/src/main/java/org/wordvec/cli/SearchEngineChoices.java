package org.wordvec.cli;

import java.util.LinkedHashMap;
import java.util.Map;

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
