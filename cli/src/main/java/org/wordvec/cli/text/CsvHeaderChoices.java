package org.wordvec.cli.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordvec.cli.base.Choices;
import org.wordvec.corpora.reading.CsvDialect;

/** How it is spelt whether a table's first row names its columns. */
final class CsvHeaderChoices extends Choices<CsvDialect.Header> {
  CsvHeaderChoices() {
    super(values());
  }

  private static Map<String, CsvDialect.Header> values() {
    Map<String, CsvDialect.Header> values = new LinkedHashMap<>();
    values.put("yes", CsvDialect.Header.YES);
    values.put("no", CsvDialect.Header.NO);
    values.put("auto", CsvDialect.Header.AUTO);
    return values;
  }
}
