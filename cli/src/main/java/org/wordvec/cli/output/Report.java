package org.wordvec.cli.output;

import java.util.List;

/**
 * What a query answers: tables of words and numbers, before any decision on how they look.
 *
 * @param tables in the order in which they are shown
 * @param failures why a part of them is of no use, a line each; the command fails then
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
   * Rows under named columns.
   *
   * @param name of the table, where an answer has several
   * @param note how the numbers came about; may be empty
   * @param columns their names, and how many decimals a reader wants to see
   * @param rows strings and numbers, as many in each row as there are columns
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
   * One column.
   *
   * @param decimals digits after the point of a fraction in a table; files get all of them
   */
  public record Column(String name, int decimals) {
    /** Of words or whole numbers. */
    public static Column of(String name) {
      return new Column(name, 0);
    }
  }
}
