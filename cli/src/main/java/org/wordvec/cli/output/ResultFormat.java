package org.wordvec.cli.output;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.terminal.Terminal;

/**
 * Prints results in an output format.
 *
 * @param kind of output format
 * @param spreadsheetSafe whether words in CSV and TSV are written so that spreadsheets do not run
 *     them as formulas
 */
public record ResultFormat(OutputFormat kind, boolean spreadsheetSafe) {
  /** Prints a report; notes of its tables go to {@code err} in CSV and TSV. */
  public void print(Report report, Terminal terminal) throws IOException {
    switch (kind) {
      case TABLE -> TextTable.print(report, terminal.out());
      case TSV -> delimited(CSVFormat.TDF).print(report, terminal);
      case CSV -> delimited(CSVFormat.DEFAULT).print(report, terminal);
      case JSON -> JsonText.print(report, terminal.out());
      case JSONL -> JsonText.printLines(report, terminal.out());
    }
  }

  /** Returns the header line of a format that streams; empty if it has none. */
  public String header(List<Column> columns) throws IOException {
    List<Object> names = List.copyOf(columns.stream().map(Column::name).toList());
    return kind == OutputFormat.JSONL ? "" : rows(columns, List.of(names));
  }

  /** Returns rows in a format that streams. */
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
