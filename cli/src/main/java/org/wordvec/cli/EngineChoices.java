package org.wordvec.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How trainers are spelt. */
final class EngineChoices extends Choices<EngineKind> {
  EngineChoices() {
    super(values());
  }

  private static Map<String, EngineKind> values() {
    Map<String, EngineKind> values = new LinkedHashMap<>();
    values.put("wordvec", EngineKind.WORDVEC);
    values.put(Bridge.NAME, EngineKind.DEEPLEARNING4J);
    return values;
  }
}
