package org.wordvec.cli.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.corpora.reading.EncodingErrors;

/** How the answers to malformed text are spelt. */
final class EncodingErrorChoices extends Choices<EncodingErrors> {
  EncodingErrorChoices() {
    super(values());
  }

  private static Map<String, EncodingErrors> values() {
    Map<String, EncodingErrors> values = new LinkedHashMap<>();
    values.put("strict", EncodingErrors.STRICT);
    values.put("replace", EncodingErrors.REPLACE);
    values.put("skip", EncodingErrors.SKIP);
    return values;
  }
}
