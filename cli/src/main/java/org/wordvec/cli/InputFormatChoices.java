package org.wordvec.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How layouts of questions are spelt. */
final class InputFormatChoices extends Choices<InputFormat> {
  InputFormatChoices() {
    super(values());
  }

  private static Map<String, InputFormat> values() {
    Map<String, InputFormat> values = new LinkedHashMap<>();
    values.put("lines", InputFormat.LINES);
    values.put("csv", InputFormat.CSV);
    values.put("tsv", InputFormat.TSV);
    return values;
  }
}
