package org.wordvec.cli.senses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.senses.SenseInventory;
import org.wordvec.vectors.search.Neighbors;

/**
 * Creates the table of a word's trained senses.
 *
 * @param inventory of the model
 * @param neighbors the search among the vectors of senses
 * @param shown number of neighbours listed for each sense
 */
record TrainedSensesTable(SenseInventory inventory, Neighbors neighbors, int shown) {
  /**
   * Returns the report of a word.
   *
   * @param word its number in the inventory
   * @param probabilities of its senses in a context; empty if none was given
   */
  Report report(int word, Optional<List<Double>> probabilities) {
    int senses = inventory.senses().senses(word);
    String[] names = new String[senses];
    for (int sense = 0; sense < senses; sense++) {
      names[sense] = inventory.name(word, sense);
    }
    float[] shares = inventory.senses().shares(word);
    List<List<Object>> rows = new ArrayList<>();
    for (int sense = 0; sense < senses; sense++) {
      WordGroup near = near(names[sense], names);
      List<Object> row =
          new ArrayList<>(List.of(names[sense], near.label(), (double) shares[sense]));
      int number = sense;
      probabilities.ifPresent(all -> row.add(all.get(number)));
      row.add(near.list(shown));
      rows.add(row);
    }
    List<Column> columns =
        new ArrayList<>(List.of(Column.of("sense"), Column.of("label"), new Column("share", 2)));
    if (probabilities.isPresent()) {
      columns.add(new Column("probability", 3));
    }
    columns.add(Column.of("neighbors"));
    return new Report(new Table("senses", "", columns, rows));
  }

  /** Returns the nearest neighbours of a sense, without the other senses of its word. */
  private WordGroup near(String name, String[] names) {
    float[] vector = neighbors.vectors().vector(name).orElseThrow();
    return new WordGroup(neighbors.of(vector, Math.max(WordGroup.TYPICAL, shown), names));
  }
}
