package org.wordvec.cli.senses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.senses.Passage;
import org.wordvec.vectors.senses.Sense;
import org.wordvec.vectors.senses.SensePassages;

/**
 * Creates tables of a word's senses.
 *
 * @param senses the largest first
 * @param shown number of words listed for each sense
 */
record SensesTable(List<Sense> senses, int shown) {
  private static final int TYPICAL = 10;
  private static final int NAMING = 2;

  Report report() {
    List<List<Object>> rows = new ArrayList<>();
    for (int sense = 0; sense < senses.size(); sense++) {
      rows.add(row(sense));
    }
    return new Report(new Table("senses", "", columns(), rows));
  }

  /** Returns tables with passages of a text. */
  Report report(SensePassages passages) {
    List<Column> columns = columns();
    columns.add(columns.size() - 1, Column.of("occurrences"));
    List<List<Object>> rows = new ArrayList<>();
    List<List<Object>> examples = new ArrayList<>();
    for (int sense = 0; sense < senses.size(); sense++) {
      List<Object> row = row(sense);
      row.add(row.size() - 1, passages.occurrences(sense));
      rows.add(row);
      for (Passage passage : passages.passages(sense)) {
        examples.add(
            List.of(
                sense + 1,
                name(sense),
                passage.similarity(),
                passage.source(),
                passage.line(),
                passage.text()));
      }
    }
    List<Column> exampleColumns =
        List.of(
            Column.of("sense"),
            Column.of("label"),
            new Column("similarity", 2),
            Column.of("file"),
            Column.of("line"),
            Column.of("passage"));
    return new Report(
        new Table("senses", "", columns, rows),
        new Table("passages", "", exampleColumns, examples));
  }

  private static List<Column> columns() {
    return new ArrayList<>(
        List.of(
            Column.of("sense"),
            Column.of("label"),
            new Column("share", 2),
            Column.of("size"),
            Column.of("words")));
  }

  private List<Object> row(int sense) {
    Sense of = senses.get(sense);
    return new ArrayList<>(
        List.of(sense + 1, name(sense), of.share(), of.words().size(), words(of, shown)));
  }

  /**
   * Returns a label for a sense: the most frequent of its most typical words, since rare words mean
   * little to a reader.
   */
  private String name(int sense) {
    return senses.get(sense).words().stream()
        .limit(TYPICAL)
        .sorted(Comparator.comparingInt(Neighbor::id))
        .limit(NAMING)
        .map(Neighbor::word)
        .collect(Collectors.joining(", "));
  }

  private static String words(Sense sense, int count) {
    return sense.words().stream()
        .limit(count)
        .map(Neighbor::word)
        .collect(Collectors.joining(", "));
  }
}
