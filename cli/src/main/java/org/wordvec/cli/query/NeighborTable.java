package org.wordvec.cli.query;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.vectors.search.Neighbor;

/** Collects the words that were found for one or several questions. */
final class NeighborTable {
  private static final int DECIMALS = 4;

  private final String question;
  private final String score;
  private final boolean withComposed;
  private final List<List<Object>> rows = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();

  /**
   * With the names of the first column and of that of the scores.
   *
   * @param withComposed whether a last column tells if a word of the question was composed
   */
  NeighborTable(String question, String score, boolean withComposed) {
    this.question = question;
    this.score = score;
    this.withComposed = withComposed;
  }

  void add(String asked, boolean composed, List<Neighbor> found) {
    if (found.isEmpty()) {
      unanswered.add("no answer to \"" + asked + "\": no word is left beside its own");
    }
    rows.addAll(rows(asked, composed, found));
  }

  List<List<Object>> rows(String asked, boolean composed, List<Neighbor> found) {
    List<List<Object>> rows = new ArrayList<>(found.size());
    int rank = 1;
    for (Neighbor neighbor : found) {
      List<Object> row =
          new ArrayList<>(List.of(asked, rank++, neighbor.word(), neighbor.similarity()));
      if (withComposed) {
        row.add(composed);
      }
      rows.add(row);
    }
    return rows;
  }

  Report report() {
    return new Report(List.of(new Table("neighbors", "", columns(), rows)), unanswered);
  }

  List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of(question),
                Column.of("rank"),
                Column.of("word"),
                new Column(score, DECIMALS)));
    if (withComposed) {
      columns.add(Column.of("composed"));
    }
    return columns;
  }
}
