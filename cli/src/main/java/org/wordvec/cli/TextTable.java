package org.wordvec.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.Report.Column;
import org.wordvec.cli.Report.Table;

/** Answers for the eye: aligned columns, numbers to the right, words to the left. */
final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  static void print(Report report, PrintWriter out) {
    String separator = "";
    for (Table table : report.tables()) {
      out.print(separator);
      if (!table.note().isEmpty()) {
        out.println(table.note());
        out.println();
      }
      print(table, out);
      separator = System.lineSeparator();
    }
  }

  private static void print(Table table, PrintWriter out) {
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
      widths.add(lines.stream().mapToInt(line -> TextWidth.of(line.get(at))).max().orElse(0));
    }
    for (List<String> line : lines) {
      out.println(aligned(line, widths, numeric));
    }
  }

  private static String aligned(List<String> cells, List<Integer> widths, List<Boolean> numeric) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths.get(column) - TextWidth.of(cell));
      line.append(column == 0 ? "" : GAP);
      line.append(numeric.get(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  private static List<String> texts(List<Object> row, List<Column> columns) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      texts.add(text(row.get(column), columns.get(column).decimals()));
    }
    return texts;
  }

  private static String text(Object value, int decimals) {
    return switch (value) {
      case Double number -> fraction(number, decimals);
      case Integer number -> String.format(Locale.ROOT, "%,d", number);
      case Long number -> String.format(Locale.ROOT, "%,d", number);
      default -> value.toString();
    };
  }

  private static String fraction(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "–";
  }
}
