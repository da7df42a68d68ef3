package org.wordvec.corpora.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.wordvec.corpora.reading.CsvRows;

/** Reads one column of a table, one row per line, without validating UTF-8. */
final class CsvText extends GeneratedText {
  private final CsvRows rows;
  private final int column;

  private CsvText(CsvRows rows, int column) {
    this.rows = rows;
    this.column = column;
  }

  static InputStream open(InputStream in, SourceFormat.Csv format, String name) throws IOException {
    CsvRows rows = CsvRows.open(in, name, format.dialect());
    return new CsvText(rows, rows.columns(List.of(format.column()))[0]);
  }

  @Override
  byte[] next() throws IOException {
    if (!rows.next()) {
      return END;
    }
    byte[] cell = rows.bytes(column);
    byte[] line = Arrays.copyOf(cell, cell.length + 1);
    line[cell.length] = '\n';
    return line;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
