package org.wordvec.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;

/** How output formats are spelt. */
final class FormatChoices extends Choices<OutputFormat> {
  FormatChoices() {
    super(values());
  }

  private static Map<String, OutputFormat> values() {
    Map<String, OutputFormat> values = new LinkedHashMap<>();
    values.put("table", OutputFormat.TABLE);
    values.put("tsv", OutputFormat.TSV);
    values.put("csv", OutputFormat.CSV);
    values.put("json", OutputFormat.JSON);
    values.put("jsonl", OutputFormat.JSONL);
    return values;
  }
}
