package org.wordvec.cli.output;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.terminal.Terminal;

/**
 * How an answer is written.
 *
 * @param kind of text
 * @param spreadsheetSafe whether words of CSV and TSV are written so that a spreadsheet takes none
 *     for a formula
 */
public record ResultFormat(OutputFormat kind, boolean spreadsheetSafe) {
  /** Prints an answer, and in the formats without comments what was noted of it on {@code err}. */
  public void print(Report report, Terminal terminal) throws IOException {
    switch (kind) {
      case TABLE -> TextTable.print(report, terminal.out());
      case TSV -> delimited(CSVFormat.TDF).print(report, terminal);
      case CSV -> delimited(CSVFormat.DEFAULT).print(report, terminal);
      case JSON -> JsonText.print(report, terminal.out());
      case JSONL -> JsonText.printLines(report, terminal.out());
    }
  }

  /** Returns the line above all rows, in a format that streams; empty if there is none. */
  public String header(List<Column> columns) throws IOException {
    List<Object> names = List.copyOf(columns.stream().map(Column::name).toList());
    return kind == OutputFormat.JSONL ? "" : rows(columns, List.of(names));
  }

  /** Returns some rows, in a format that streams. */
  public String rows(List<Column> columns, List<List<Object>> rows) throws IOException {
    return switch (kind) {
      case TSV -> delimited(CSVFormat.TDF).rows(rows);
      case CSV -> delimited(CSVFormat.DEFAULT).rows(rows);
      case JSONL -> JsonText.lines(columns.stream().map(Column::name).toList(), rows);
      case TABLE, JSON -> throw new IllegalStateException(kind + " does not stream");
    };
  }

  private DelimitedText delimited(CSVFormat dialect) {
    return new DelimitedText(dialect, spreadsheetSafe);
  }
}
