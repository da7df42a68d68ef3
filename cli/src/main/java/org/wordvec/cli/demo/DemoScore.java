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
 * What a model answered to the demo's questions. Every word of the vocabulary could have been the
 * answer except the three of the question.
 *
 * @param questions asked
 * @param answers found, one for each question
 */
record DemoScore(List<DemoQuery> questions, List<String> answers) {
  /** Besides the first question, this many must be answered rightly. */
  static final int NEEDED = 5;

  static DemoScore of(Neighbors neighbors, List<DemoQuery> questions) {
    Analogy analogy = new Analogy(neighbors, AnalogyMethod.COS_ADD);
    List<String> answers = new ArrayList<>();
    for (DemoQuery question : questions) {
      answers.add(analogy.solve(question.a(), question.b(), question.c(), 1).getFirst().word());
    }
    return new DemoScore(questions, answers);
  }

  int right() {
    return (int) IntStream.range(0, answers.size()).filter(this::right).count();
  }

  /** Returns whether king − man + woman and enough of the others gave the expected word. */
  boolean passed() {
    return right(0) && right() - 1 >= NEEDED;
  }

  String summary() {
    return right() + "/" + questions.size();
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
      DemoQuery question = questions.get(i);
      rows.add(
          List.of(
              question.section(),
              question.text(),
              question.expected(),
              answers.get(i),
              right(i) ? "right" : "WRONG"));
    }
    return new Report(new Table("demo", "", columns, rows));
  }

  private boolean right(int question) {
    return answers.get(question).equals(questions.get(question).expected());
  }
}
