package org.wordvec.cli.query;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.vectors.search.Neighbor;

/** Collects the neighbours found for one or several queries. */
final class NeighborTable {
  private static final int DECIMALS = 4;

  private final String queryColumn;
  private final String scoreColumn;
  private final boolean withComposed;
  private final List<List<Object>> rows = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * Creates an empty table.
   *
   * @param queryColumn name of the column of queries
   * @param scoreColumn name of the column of scores
   * @param withComposed whether a last column tells if a word of the query was composed of n-grams
   */
  NeighborTable(String queryColumn, String scoreColumn, boolean withComposed) {
    this.queryColumn = queryColumn;
    this.scoreColumn = scoreColumn;
    this.withComposed = withComposed;
  }

  /** Adds the results of a query; a query without results is a failure of the report. */
  void add(String query, boolean composed, List<Neighbor> found) {
    if (found.isEmpty()) {
      failures.add("no result for \"" + query + "\": all words are excluded");
    }
    rows.addAll(rows(query, composed, found));
  }

  /** Returns the rows of a query's results. */
  List<List<Object>> rows(String query, boolean composed, List<Neighbor> found) {
    List<List<Object>> rows = new ArrayList<>(found.size());
    int rank = 1;
    for (Neighbor neighbor : found) {
      List<Object> row =
          new ArrayList<>(List.of(query, rank++, neighbor.word(), neighbor.similarity()));
      if (withComposed) {
        row.add(composed);
      }
      rows.add(row);
    }
    return rows;
  }

  Report report() {
    return new Report(List.of(new Table("neighbors", "", columns(), rows)), failures);
  }

  List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of(queryColumn),
                Column.of("rank"),
                Column.of("word"),
                new Column(scoreColumn, DECIMALS)));
    if (withComposed) {
      columns.add(Column.of("composed"));
    }
    return columns;
  }
}
