package org.wordvec.spark;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Adds up the changes that several parts made to the same range of rows. */
final class ChangeSum {
  private ChangeSum() {}

  /** Adds up changes of one matrix, with the same number of columns. */
  static Change of(List<Change> changes) {
    // In the order of the parts, so that the sums of floats are the same whenever this is done.
    List<Change> sorted = changes.stream().sorted(Comparator.comparingInt(Change::part)).toList();
    int[] rows = rows(sorted);
    int columns = sorted.getFirst().columns();
    float[] deltas = new float[Math.multiplyExact(rows.length, columns)];
    for (Change change : sorted) {
      int place = 0;
      for (int i = 0; i < change.rows().length; i++) {
        while (rows[place] != change.rows()[i]) {
          place++;
        }
        for (int column = 0; column < columns; column++) {
          deltas[place * columns + column] += change.deltas()[i * columns + column];
        }
      }
    }
    return new Change(Change.MERGED, sorted.getFirst().matrix(), rows, deltas);
  }

  /** All rows that anyone changed, ascending. */
  private static int[] rows(List<Change> changes) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (Change change : changes) {
      first = Math.min(first, change.rows()[0]);
      last = Math.max(last, change.rows()[change.rows().length - 1]);
    }
    BitSet changed = new BitSet(last - first + 1);
    for (Change change : changes) {
      for (int row : change.rows()) {
        changed.set(row - first);
      }
    }
    int base = first;
    return changed.stream().map(row -> base + row).toArray();
  }
}
