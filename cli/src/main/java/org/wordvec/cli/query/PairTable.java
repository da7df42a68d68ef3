package org.wordvec.cli.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.senses.evaluation.SensePairs;
import org.wordvec.vectors.evaluation.PairReport;

/** Creates the table of correlations between cosines and human scores. */
final class PairTable {
  private static final int DECIMALS = 4;

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("pairs"),
          new Column("spearman", DECIMALS),
          new Column("pearson", DECIMALS),
          Column.of("used"),
          Column.of("composed"),
          Column.of("skipped"));

  private PairTable() {}

  /** Returns the table of a model of senses, with a row for each measure. */
  static Table of(Path file, Map<SensePairs.Measure, PairReport> reports) {
    List<Column> columns = new ArrayList<>(COLUMNS);
    columns.add(1, Column.of("measure"));
    List<List<Object>> rows = new ArrayList<>();
    reports.forEach(
        (measure, report) -> {
          List<Object> row = new ArrayList<>(row(file, report));
          row.add(1, measure.name().toLowerCase(Locale.ROOT));
          rows.add(row);
        });
    return new Table("pairs", "", columns, rows);
  }

  static Table of(Path file, PairReport report) {
    return new Table("pairs", "", COLUMNS, List.of(row(file, report)));
  }

  private static List<Object> row(Path file, PairReport report) {
    return List.of(
        String.valueOf(file.getFileName()),
        report.spearman(),
        report.pearson(),
        report.seen(),
        report.composed(),
        report.skipped());
  }
}
