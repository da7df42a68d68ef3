package org.wordvec.spark.training;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Adds up the deltas of several parts for the same range of rows. */
final class RowDeltaSum {
  private RowDeltaSum() {}

  /** Returns the sum of deltas of one matrix. */
  static RowDelta of(List<RowDelta> deltas) {
    // In the order of the parts, as the sums of floats depend on it.
    List<RowDelta> sorted =
        deltas.stream().sorted(Comparator.comparingInt(RowDelta::part)).toList();
    int[] rows = rows(sorted);
    int columns = sorted.getFirst().columns();
    float[] sums = new float[Math.multiplyExact(rows.length, columns)];
    for (RowDelta delta : sorted) {
      int place = 0;
      for (int i = 0; i < delta.rows().length; i++) {
        while (rows[place] != delta.rows()[i]) {
          place++;
        }
        for (int column = 0; column < columns; column++) {
          sums[place * columns + column] += delta.deltas()[i * columns + column];
        }
      }
    }
    return new RowDelta(RowDelta.MERGED, sorted.getFirst().matrix(), rows, sums);
  }

  /** Returns all changed rows, ascending. */
  private static int[] rows(List<RowDelta> deltas) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (RowDelta delta : deltas) {
      first = Math.min(first, delta.rows()[0]);
      last = Math.max(last, delta.rows()[delta.rows().length - 1]);
    }
    BitSet changed = new BitSet(last - first + 1);
    for (RowDelta delta : deltas) {
      for (int row : delta.rows()) {
        changed.set(row - first);
      }
    }
    int base = first;
    return changed.stream().map(row -> base + row).toArray();
  }
}
