package org.wordvec.cli.output;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Figures;

/**
 * Formats reports as CSV or TSV: a header and rows with numbers at full precision; an empty line
 * separates tables.
 *
 * @param dialect CSV or TSV
 * @param spreadsheetSafe whether words that a spreadsheet would run as formulas get an apostrophe
 *     in front
 */
public record DelimitedText(CSVFormat dialect, boolean spreadsheetSafe) {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  void print(Report report, Terminal terminal) throws IOException {
    String separator = "";
    for (Report.Table table : report.tables()) {
      terminal.out().print(separator);
      terminal.out().print(rows(List.of(List.copyOf(table.header()))));
      terminal.out().print(rows(table.rows()));
      if (!table.note().isEmpty()) {
        terminal.err().println("wordvec: " + table.note());
      }
      separator = "\n";
    }
  }

  /** Returns rows without a header. */
  public String rows(List<List<Object>> rows) throws IOException {
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

  /** Returns the text of a cell; NaN and infinities are empty cells. */
  private Object cell(Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number) ? Figures.shortest(number) : "";
      case String word when spreadsheetSafe && isFormula(word) -> "'" + word;
      default -> value;
    };
  }

  private static boolean isFormula(String word) {
    return !word.isEmpty() && FORMULA_STARTS.indexOf(word.charAt(0)) >= 0;
  }
}
