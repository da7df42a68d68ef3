package org.wordvec.cli.output;

import java.util.List;

/**
 * The result of a query: tables of words and numbers, independent of the output format.
 *
 * @param tables in the order in which they are shown
 * @param failures reasons why parts of the result are missing, one line each; the command fails if
 *     there are any
 */
public record Report(List<Table> tables, List<String> failures) {
  public Report {
    tables = List.copyOf(tables);
    failures = List.copyOf(failures);
  }

  public Report(Table... tables) {
    this(List.of(tables), List.of());
  }

  /**
   * A table of rows with named columns.
   *
   * @param name of the table, used if a report has several
   * @param note how the numbers were computed; may be empty
   * @param columns names, and numbers of decimals to display
   * @param rows strings and numbers, one for each column
   */
  public record Table(String name, String note, List<Column> columns, List<List<Object>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (List<Object> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalStateException(row + " does not fit " + columns);
        }
      }
    }

    List<String> header() {
      return columns.stream().map(Column::name).toList();
    }
  }

  /**
   * A column of a table.
   *
   * @param decimals digits after the decimal point in aligned tables; other formats print all
   *     digits
   */
  public record Column(String name, int decimals) {
    /** Returns a column of words or integers. */
    public static Column of(String name) {
      return new Column(name, 0);
    }
  }
}
