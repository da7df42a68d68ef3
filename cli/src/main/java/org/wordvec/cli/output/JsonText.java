package org.wordvec.cli.output;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.library.Figures;

/**
 * Formats reports as JSON. A single table is an array with one object per row; several tables are
 * an object with such an array and a note for each.
 */
public final class JsonText {
  private static final JSON PRETTY =
      JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES);

  private static final JSON COMPACT = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

  private JsonText() {}

  static void print(Report report, PrintWriter out) throws IOException {
    out.println(text(value(report)));
  }

  /** Prints one object per line; if there are several tables, each line names its table. */
  static void printLines(Report report, PrintWriter out) throws IOException {
    for (Report.Table table : report.tables()) {
      if (report.tables().size() == 1) {
        out.print(lines(table.header(), table.rows()));
      } else {
        for (List<Object> row : table.rows()) {
          Map<String, @Nullable Object> named = new LinkedHashMap<>();
          named.put("table", table.name());
          named.putAll(row(table.header(), row));
          out.print(PrintableText.inJson(COMPACT.asString(named)) + "\n");
        }
      }
    }
  }

  /** Returns one object per row, each on its own line. */
  static String lines(List<String> header, List<List<Object>> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    for (List<Object> row : rows) {
      text.append(COMPACT.asString(row(header, row))).append('\n');
    }
    return PrintableText.inJson(text.toString());
  }

  /** Returns a tree of maps, lists, strings and numbers as indented JSON. */
  public static String text(Object value) throws IOException {
    return PrintableText.inJson(PRETTY.asString(value));
  }

  private static Object value(Report report) {
    if (report.tables().size() == 1 && report.tables().getFirst().note().isEmpty()) {
      return rows(report.tables().getFirst());
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Report.Table table : report.tables()) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("note", table.note());
      part.put("rows", rows(table));
      parts.put(table.name(), part);
    }
    return parts;
  }

  private static List<Map<String, @Nullable Object>> rows(Report.Table table) {
    return table.rows().stream().map(row -> row(table.header(), row)).toList();
  }

  private static Map<String, @Nullable Object> row(List<String> header, List<Object> values) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int column = 0; column < header.size(); column++) {
      row.put(header.get(column), finite(values.get(column)));
    }
    return row;
  }

  /** Returns a value for JSON, where NaN and infinities are null. */
  public static @Nullable Object finite(Object value) {
    return value instanceof Double number
        ? Double.isFinite(number) ? Figures.shortest(number) : null
        : value;
  }
}
