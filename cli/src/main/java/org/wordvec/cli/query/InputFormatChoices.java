package org.wordvec.cli.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;

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
