package org.wordvec.cli.senses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.evaluation.ClusterAgreement;
import org.wordvec.senses.evaluation.ContextEvaluation;
import org.wordvec.senses.evaluation.PseudoWord;
import org.wordvec.senses.evaluation.PseudoWordEvaluation;

/** Creates the tables of an evaluation of senses. */
final class SensesEvaluationTables {
  private static final int DECIMALS = 3;
  private static final List<Column> MEASURES =
      List.of(
          new Column("ari", DECIMALS),
          new Column("v_measure", DECIMALS),
          new Column("paired_f", DECIMALS));

  private SensesEvaluationTables() {}

  /** Returns means over pseudo-words, by kind and band of frequency, and a row for each word. */
  static List<Table> pseudoWords(
      List<PseudoWordEvaluation.Result> results, SenseInventory inventory, boolean details) {
    List<List<Object>> rows = new ArrayList<>();
    for (PseudoWord.Kind kind : PseudoWord.Kind.values()) {
      List<PseudoWordEvaluation.Result> all =
          results.stream().filter(result -> result.word().kind() == kind).toList();
      addMeans(kind, "all", all, rows);
      for (int band = 0; band < PseudoWord.BANDS; band++) {
        int number = band;
        addMeans(
            kind,
            band(band),
            all.stream().filter(result -> result.word().band() == number).toList(),
            rows);
      }
    }
    List<Table> tables = new ArrayList<>();
    tables.add(
        new Table(
            "pseudo_words",
            "pseudo-words: each word counts alike; right is the part whose number of senses is that"
                + " of its words",
            columns(
                List.of(Column.of("kind"), Column.of("frequency"), Column.of("words")),
                List.of(new Column("senses_found", 2), new Column("right", DECIMALS))),
            rows));
    if (details) {
      tables.add(details(results, inventory));
    }
    return tables;
  }

  private static void addMeans(
      PseudoWord.Kind kind,
      String band,
      List<PseudoWordEvaluation.Result> results,
      List<List<Object>> rows) {
    if (results.isEmpty()) {
      return;
    }
    List<Object> row = new ArrayList<>(List.of(name(kind), band, results.size()));
    addMeasures(results, PseudoWordEvaluation.Result::agreement, row);
    row.add(mean(results, PseudoWordEvaluation.Result::senses));
    row.add(mean(results, result -> result.senses() == result.word().words().length ? 1 : 0));
    rows.add(row);
  }

  private static String name(PseudoWord.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String band(int band) {
    return switch (band) {
      case 0 -> "low";
      case 1 -> "middle";
      default -> "high";
    };
  }

  private static Table details(
      List<PseudoWordEvaluation.Result> results, SenseInventory inventory) {
    List<List<Object>> rows = new ArrayList<>();
    for (PseudoWordEvaluation.Result result : results) {
      PseudoWord word = result.word();
      String joined =
          IntStream.of(word.words())
              .mapToObj(inventory.words()::word)
              .collect(Collectors.joining("+"));
      List<Object> row = new ArrayList<>(List.of(joined, name(word.kind()), band(word.band())));
      addMeasures(result.agreement(), row);
      row.add(result.senses());
      rows.add(row);
    }
    return new Table(
        "pseudo_word_details",
        "",
        columns(
            List.of(Column.of("word"), Column.of("kind"), Column.of("frequency")),
            List.of(Column.of("senses_found"))),
        rows);
  }

  /** Returns the means over words with tagged contexts, and a row for each word. */
  static List<Table> contexts(List<ContextEvaluation.Result> results, boolean details) {
    List<Object> means = new ArrayList<>();
    means.add(results.size());
    means.add(results.stream().mapToInt(ContextEvaluation.Result::contexts).sum());
    addMeasures(results, ContextEvaluation.Result::agreement, means);
    means.add(mean(results, result -> result.agreement().clusters()));
    means.add(mean(results, ContextEvaluation.Result::tagged));
    List<Table> tables = new ArrayList<>();
    tables.add(
        new Table(
            "contexts",
            "contexts: means over words",
            columns(
                List.of(Column.of("words"), Column.of("contexts")),
                List.of(new Column("senses_found", 2), new Column("senses_tagged", 2))),
            List.of(means)));
    if (details) {
      List<List<Object>> rows = new ArrayList<>();
      for (ContextEvaluation.Result result : results) {
        List<Object> row = new ArrayList<>(List.of(result.word(), result.contexts()));
        addMeasures(result.agreement(), row);
        row.add(result.agreement().clusters());
        row.add(result.tagged());
        rows.add(row);
      }
      tables.add(
          new Table(
              "context_details",
              "",
              columns(
                  List.of(Column.of("word"), Column.of("contexts")),
                  List.of(Column.of("senses_found"), Column.of("senses_tagged"))),
              rows));
    }
    return tables;
  }

  private static List<Column> columns(List<Column> before, List<Column> after) {
    List<Column> columns = new ArrayList<>(before);
    columns.addAll(MEASURES);
    columns.addAll(after);
    return columns;
  }

  private static <T> void addMeasures(
      List<T> results, Function<T, ClusterAgreement> agreement, List<Object> row) {
    row.add(mean(results, result -> agreement.apply(result).adjustedRand()));
    row.add(mean(results, result -> agreement.apply(result).vMeasure()));
    row.add(mean(results, result -> agreement.apply(result).pairedF()));
  }

  private static void addMeasures(ClusterAgreement agreement, List<Object> row) {
    row.add(agreement.adjustedRand());
    row.add(agreement.vMeasure());
    row.add(agreement.pairedF());
  }

  private static <T> double mean(List<T> results, ToDoubleFunction<T> value) {
    return results.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
