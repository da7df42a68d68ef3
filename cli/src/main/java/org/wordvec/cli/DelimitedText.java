package org.wordvec.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Answers as CSV or TSV: a header, rows, all digits; an empty line between two tables. */
final class DelimitedText {
  private DelimitedText() {}

  static void print(Report report, CSVFormat dialect, Terminal terminal) throws IOException {
    String separator = "";
    for (Report.Table table : report.tables()) {
      terminal.out().print(separator);
      terminal.out().print(rows(List.of(List.copyOf(table.header())), dialect));
      terminal.out().print(rows(table.rows(), dialect));
      if (!table.note().isEmpty()) {
        terminal.err().println("wordvec: " + table.note());
      }
      separator = "\n";
    }
  }

  /** Rows without a header. */
  static String rows(List<List<Object>> rows, CSVFormat dialect) throws IOException {
    StringBuilder text = new StringBuilder();
    CSVPrinter printer = new CSVPrinter(text, dialect.builder().setRecordSeparator('\n').get());
    for (List<Object> row : rows) {
      for (Object value : row) {
        printer.print(cell(value));
      }
      printer.println();
    }
    return text.toString();
  }

  /** A figure that does not exist is an empty cell. */
  private static Object cell(Object value) {
    return value instanceof Double number
        ? Double.isFinite(number) ? Figures.shortest(number) : ""
        : value;
  }
}
