package org.wordvec.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.word2vec.Architecture;

/** How architectures are spelt. */
final class ArchitectureChoices extends Choices<Architecture> {
  ArchitectureChoices() {
    super(values());
  }

  private static Map<String, Architecture> values() {
    Map<String, Architecture> values = new LinkedHashMap<>();
    values.put("skipgram", Architecture.SKIP_GRAM);
    values.put("cbow", Architecture.CBOW);
    return values;
  }
}
