package org.wordvec.cli;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.Report.Column;
import org.wordvec.cli.Report.Table;
import org.wordvec.vectors.Neighbor;

/** Collects the words that were found for one or several questions. */
final class NeighborTable {
  private static final int DECIMALS = 4;

  private final String question;
  private final String score;
  private final List<List<Object>> rows = new ArrayList<>();

  /** With the names of the first and the last column. */
  NeighborTable(String question, String score) {
    this.question = question;
    this.score = score;
  }

  void add(String asked, List<Neighbor> found) {
    int rank = 1;
    for (Neighbor neighbor : found) {
      rows.add(List.of(asked, rank++, neighbor.word(), neighbor.similarity()));
    }
  }

  Report report() {
    List<Column> columns =
        List.of(
            Column.of(question), Column.of("rank"), Column.of("word"), new Column(score, DECIMALS));
    return new Report(new Table("neighbors", "", columns, rows));
  }
}
