package org.wordvec.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.vectors.search.Analogy;
import org.wordvec.vectors.search.AnalogyMethod;
import org.wordvec.vectors.search.Neighbors;

/**
 * The results of a model for the demo's analogies. Every word of the vocabulary except the three of
 * the query is a candidate.
 *
 * @param queries analogies
 * @param answers nearest words, one for each query
 */
record DemoScore(List<DemoQuery> queries, List<String> answers) {
  /** Number of correct answers required in addition to the first one. */
  static final int NEEDED = 5;

  /** Solves all analogies with a model. */
  static DemoScore of(Neighbors neighbors, List<DemoQuery> queries) {
    Analogy analogy = new Analogy(neighbors, AnalogyMethod.COS_ADD);
    List<String> answers = new ArrayList<>();
    for (DemoQuery query : queries) {
      answers.add(analogy.solve(query.a(), query.b(), query.c(), 1).getFirst().word());
    }
    return new DemoScore(queries, answers);
  }

  /** Returns the number of correct answers. */
  int correct() {
    return (int) IntStream.range(0, answers.size()).filter(this::isCorrect).count();
  }

  /** Returns whether king − man + woman and enough other analogies were solved. */
  boolean passed() {
    return isCorrect(0) && correct() - 1 >= NEEDED;
  }

  String summary() {
    return correct() + "/" + queries.size();
  }

  Report report() {
    List<Column> columns =
        List.of(
            Column.of("section"),
            Column.of("question"),
            Column.of("expected"),
            Column.of("found"),
            Column.of(""));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      DemoQuery query = queries.get(i);
      rows.add(
          List.of(
              query.section(),
              query.text(),
              query.expected(),
              answers.get(i),
              isCorrect(i) ? "right" : "WRONG"));
    }
    return new Report(new Table("demo", "", columns, rows));
  }

  private boolean isCorrect(int query) {
    return answers.get(query).equals(queries.get(query).expected());
  }
}
