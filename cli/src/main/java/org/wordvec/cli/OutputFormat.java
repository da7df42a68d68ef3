package org.wordvec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.wordvec.cli.Report.Column;

/** How an answer looks. */
enum OutputFormat {
  TABLE,
  TSV,
  CSV,
  JSON,
  JSONL;

  /** Prints an answer, and in the formats without comments what was noted of it on {@code err}. */
  void print(Report report, Terminal terminal) throws IOException {
    PrintWriter out = terminal.out();
    switch (this) {
      case TABLE -> TextTable.print(report, out);
      case TSV -> DelimitedText.print(report, CSVFormat.TDF, terminal);
      case CSV -> DelimitedText.print(report, CSVFormat.DEFAULT, terminal);
      case JSON -> JsonText.print(report, out);
      case JSONL -> JsonText.printLines(report, out);
    }
  }

  /** Whether rows can be printed as they come, without knowing those that follow. */
  boolean streams() {
    return this != TABLE && this != JSON;
  }

  /** The line above all rows, in a format that streams; empty if there is none. */
  String header(List<Column> columns) throws IOException {
    List<Object> names = List.copyOf(columns.stream().map(Column::name).toList());
    return this == JSONL ? "" : rows(columns, List.of(names));
  }

  /** Some rows, in a format that streams. */
  String rows(List<Column> columns, List<List<Object>> rows) throws IOException {
    return switch (this) {
      case TSV -> DelimitedText.rows(rows, CSVFormat.TDF);
      case CSV -> DelimitedText.rows(rows, CSVFormat.DEFAULT);
      case JSONL -> JsonText.lines(columns.stream().map(Column::name).toList(), rows);
      case TABLE, JSON -> throw new IllegalStateException(this + " does not stream");
    };
  }
}
