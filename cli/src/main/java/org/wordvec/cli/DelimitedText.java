package org.wordvec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Answers as CSV or TSV: a header, rows, all digits; an empty line between two tables. */
final class DelimitedText {
  private DelimitedText() {}

  static void print(Report report, CSVFormat dialect, Terminal terminal) throws IOException {
    CSVFormat format = dialect.builder().setRecordSeparator('\n').get();
    String separator = "";
    for (Report.Table table : report.tables()) {
      terminal.out().print(separator);
      print(table, format, terminal.out());
      if (!table.note().isEmpty()) {
        terminal.err().println("wordvec: " + table.note());
      }
      separator = "\n";
    }
  }

  private static void print(Report.Table table, CSVFormat format, PrintWriter out)
      throws IOException {
    format.printRecord(out, table.header().toArray());
    for (List<Object> row : table.rows()) {
      format.printRecord(out, row.stream().map(DelimitedText::cell).toArray());
    }
  }

  /** A figure that does not exist is an empty cell. */
  private static Object cell(Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? "" : value;
  }
}
