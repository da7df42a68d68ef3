package org.wordvec.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.glove.OutputVectors;

/** How the choice of output vectors is spelt. */
final class OutputVectorsChoices extends Choices<OutputVectors> {
  OutputVectorsChoices() {
    super(values());
  }

  private static Map<String, OutputVectors> values() {
    Map<String, OutputVectors> values = new LinkedHashMap<>();
    values.put("word+context", OutputVectors.SUM);
    values.put("word", OutputVectors.WORD);
    values.put("word,context", OutputVectors.BOTH);
    return values;
  }
}
