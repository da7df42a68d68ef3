package org.wordvec.cli.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.library.Spelling;
import org.wordvec.vectors.evaluation.AnalogyEvaluation;
import org.wordvec.vectors.evaluation.AnalogyKind;
import org.wordvec.vectors.evaluation.AnalogyReport;
import org.wordvec.vectors.evaluation.AnalogyReport.Score;
import org.wordvec.vectors.evaluation.CaseMatching;

/**
 * Creates the table of analogy scores: one row per section, then the totals, and a note on the
 * rules.
 */
public final class AnalogyTable {
  private static final String SEMANTIC = "semantic";
  private static final String SYNTACTIC = "syntactic";

  private AnalogyTable() {}

  /** Returns the table of a report. */
  public static Table of(AnalogyEvaluation rules, AnalogyReport report) {
    List<Column> columns =
        List.of(
            Column.of("section"),
            Column.of("kind"),
            Column.of("correct"),
            Column.of("seen"),
            Column.of("total"),
            new Column("percent", 1));
    List<List<Object>> rows = new ArrayList<>();
    for (AnalogyReport.Section section : report.sections()) {
      rows.add(row(section.name(), kind(section.kind()), section.score()));
    }
    rows.add(row("all " + SEMANTIC, SEMANTIC, report.semantic()));
    rows.add(row("all " + SYNTACTIC, SYNTACTIC, report.syntactic()));
    rows.add(row("all", "all", report.total()));
    return new Table("analogies", note(rules), columns, rows);
  }

  private static String kind(AnalogyKind kind) {
    return switch (kind) {
      case SEMANTIC -> SEMANTIC;
      case SYNTACTIC -> SYNTACTIC;
      case OTHER -> "other";
    };
  }

  private static List<Object> row(String section, String kind, Score score) {
    return List.of(
        section, kind, score.correct(), score.seen(), score.total(), 100 * score.accuracy());
  }

  private static String note(AnalogyEvaluation rules) {
    return String.format(
        Locale.ROOT,
        "analogies: %s among %s, %s; a question is seen if its four words are among these",
        Spelling.of(rules.method()),
        rules.restriction() == 0
            ? "all words"
            : String.format(Locale.ROOT, "the %,d most frequent words", rules.restriction()),
        rules.caseMatching() == CaseMatching.EXACT
            ? "case as written"
            : "case folded as in compute-accuracy");
  }
}
