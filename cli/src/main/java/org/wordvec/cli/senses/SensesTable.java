package org.wordvec.cli.senses;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
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
        List.of(
            sense + 1,
            name(sense),
            of.share(),
            of.words().size(),
            new WordGroup(of.words()).list(shown)));
  }

  private String name(int sense) {
    return new WordGroup(senses.get(sense).words()).label();
  }
}
