package org.wordvec.cli.query;

import java.nio.file.Path;
import java.util.List;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.vectors.evaluation.PairReport;

/** Creates the table of correlations between cosines and human scores. */
final class PairTable {
  private static final int DECIMALS = 4;

  private PairTable() {}

  static Table of(Path file, PairReport report) {
    List<Column> columns =
        List.of(
            Column.of("pairs"),
            new Column("spearman", DECIMALS),
            new Column("pearson", DECIMALS),
            Column.of("used"),
            Column.of("composed"),
            Column.of("skipped"));
    List<Object> row =
        List.of(
            String.valueOf(file.getFileName()),
            report.spearman(),
            report.pearson(),
            report.seen(),
            report.composed(),
            report.skipped());
    return new Table("pairs", "", columns, List.of(row));
  }
}
