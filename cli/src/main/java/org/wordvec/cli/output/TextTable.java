package org.wordvec.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.corpora.reading.PrintableText;

/** Formats reports as aligned columns, with numbers to the right and words to the left. */
public final class TextTable {
  /**
   * Largest scaled value that is rounded as a double: except for ties, the result is that of
   * rounding its decimal digits.
   */
  private static final double MAXIMUM_SCALED = 1e9;

  private static final double TIE_TOLERANCE = 1e-6;

  /** Width of the widest aligned cell; a wider one shifts only the rest of its own row. */
  private static final int MAXIMUM_WIDTH = 60;

  private static final String GAP = "  ";
  private static final String BOLD = "\u001b[1m";
  private static final String CYAN = "\u001b[36m";
  private static final String PLAIN = "\u001b[m";

  private TextTable() {}

  /** Prints a report. */
  public static void print(Report report, PrintWriter out) {
    print(report, out, false);
  }

  /** Prints a report with bold headers and coloured numbers, for a terminal. */
  public static void printColoured(Report report, PrintWriter out) {
    print(report, out, true);
  }

  private static void print(Report report, PrintWriter out, boolean coloured) {
    String separator = "";
    for (Table table : report.tables()) {
      out.print(separator);
      if (!table.note().isEmpty()) {
        out.println(PrintableText.of(table.note()));
        out.println();
      }
      print(table, out, coloured);
      separator = System.lineSeparator();
    }
  }

  private static void print(Table table, PrintWriter out, boolean coloured) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.header());
    for (List<Object> row : table.rows()) {
      lines.add(texts(row, table.columns()));
    }
    List<Boolean> numeric = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      int at = column;
      numeric.add(table.rows().stream().allMatch(row -> row.get(at) instanceof Number));
      widths.add(
          lines.stream()
              .mapToInt(line -> TextWidth.of(line.get(at)))
              .filter(width -> width <= MAXIMUM_WIDTH)
              .max()
              .orElse(0));
    }
    String header = aligned(lines.getFirst(), widths, numeric, false);
    out.println(coloured ? BOLD + header + PLAIN : header);
    for (List<String> line : lines.subList(1, lines.size())) {
      out.println(aligned(line, widths, numeric, coloured));
    }
  }

  private static String aligned(
      List<String> cells, List<Integer> widths, List<Boolean> numeric, boolean coloured) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(Math.max(0, widths.get(column) - TextWidth.of(cell)));
      line.append(column == 0 ? "" : GAP);
      if (numeric.get(column)) {
        line.append(padding).append(coloured ? CYAN + cell + PLAIN : cell);
      } else {
        line.append(cell).append(padding);
      }
    }
    return line.toString().stripTrailing();
  }

  private static List<String> texts(List<Object> row, List<Column> columns) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      texts.add(PrintableText.of(text(row.get(column), columns.get(column).decimals())));
    }
    return texts;
  }

  /**
   * Returns the text of a cell. Avoids {@code String.format} and pattern switches where possible,
   * since they are slow to start.
   */
  public static String text(Object value, int decimals) {
    if (value instanceof Double number) {
      return fraction(number, decimals);
    }
    return value instanceof Integer || value instanceof Long
        ? whole(((Number) value).longValue())
        : value.toString();
  }

  private static String whole(long value) {
    return value > -1000 && value < 1000
        ? Long.toString(value)
        : String.format(Locale.ROOT, "%,d", value);
  }

  private static String fraction(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double power = Math.pow(10, decimals);
    double scaled = Math.abs(value) * power;
    boolean tie = Math.abs(scaled - Math.floor(scaled) - 0.5) < TIE_TOLERANCE;
    if (decimals == 0 || tie || scaled > MAXIMUM_SCALED) {
      return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
    long rounded = Math.round(scaled);
    String digits = Long.toString(rounded % (long) power);
    return (value < 0 ? "-" : "")
        + rounded / (long) power
        + "."
        + "0".repeat(decimals - digits.length())
        + digits;
  }
}
