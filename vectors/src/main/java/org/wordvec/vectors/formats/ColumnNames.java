package org.wordvec.vectors.formats;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.SampledLines;
import org.wordvec.vectors.reading.TextRow;

/** Detects a first line of column names, as pandas and R write it. */
final class ColumnNames {
  /** Number of consecutive integers that cannot be a vector. */
  private static final int ENOUGH_NUMBERS = 5;

  /** Usual names of the column of words. */
  private static final Set<String> OF_WORDS =
      Set.of(
          "", "word", "words", "token", "tokens", "term", "terms", "text", "key", "label", "name",
          "index", "id", "vocab", "node", "entity");

  private ColumnNames() {}

  /**
   * Returns whether the first line contains column names. All lines after it must be rows. Names
   * are either 0, 1, 2 … or 1, 2, 3 …, one for each value, while values are fractions; or distinct
   * names, one for each value.
   */
  static boolean areFirst(SampledLines lines) {
    if (lines.rest().isEmpty()
        || Header.parse(lines.first(), 0, lines.first().length).isPresent()) {
      return false;
    }
    SampledLines rows = lines.withoutFirst();
    boolean numbers = rows.areNumbers();
    boolean words = !numbers || rows.beginWithNames();
    int columns = words ? lines.usualInRest() : rows.fields();
    if (columns < 2 || lines.fields() < columns || lines.fields() > columns + (words ? 1 : 0)) {
      return false;
    }
    for (byte[] line : lines.rest()) {
      int values = TextRow.numbersAtEnd(line, 0, line.length);
      if (values != columns
          && !(words && TextRow.trailingNumbers(line, 0, line.length) == columns)) {
        return false;
      }
    }
    List<String> cells = cells(lines.first());
    List<String> names = cells.subList(cells.size() - columns, cells.size());
    if (isOrder(names, 0) || isOrder(names, 1)) {
      return lines.hasFractionsInRest()
          && (cells.size() == columns
              || (columns >= ENOUGH_NUMBERS && !isNumber(cells.getFirst()))
              || OF_WORDS.contains(cells.getFirst().toLowerCase(Locale.ROOT)));
    }
    return new HashSet<>(names).size() == columns
        && names.stream().noneMatch(ColumnNames::isNumber);
  }

  private static List<String> cells(byte[] line) {
    StringTokenizer fields =
        new StringTokenizer(new String(line, StandardCharsets.UTF_8), TextRow.SEPARATORS);
    return Collections.list(fields).stream().map(field -> bare((String) field)).toList();
  }

  private static String bare(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1) : cell;
  }

  private static boolean isOrder(List<String> names, int first) {
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(Integer.toString(first + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String cell) {
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
    return TextRow.numbersAtEnd(bytes, 0, bytes.length) > 0;
  }
}
