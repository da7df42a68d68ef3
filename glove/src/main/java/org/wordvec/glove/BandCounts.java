package org.wordvec.glove;

import java.util.Arrays;

/**
 * The counts of one band: for each word its contexts in ascending order. Belongs to one thread,
 * which fills it with one band after another.
 */
final class BandCounts {
  private int band;
  private int words;
  private final int[] ends = new int[Bands.ROWS];
  private int[] contexts = new int[1 << 16];
  private double[] values = new double[1 << 16];
  private int size;

  /** Empties this for a band. */
  void begin(int newBand) {
    band = newBand;
    words = 0;
    size = 0;
  }

  /** Adds an entry to the row at work. */
  void add(int context, double value) {
    if (size == contexts.length) {
      int larger = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * size));
      contexts = Arrays.copyOf(contexts, larger);
      values = Arrays.copyOf(values, larger);
    }
    contexts[size] = context;
    values[size++] = value;
  }

  /** Begins the next word's row. */
  void endRow() {
    ends[words++] = size;
  }

  int band() {
    return band;
  }

  int words() {
    return words;
  }

  int size() {
    return size;
  }

  /** First entry of the band's word number {@code row}. */
  int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  int end(int row) {
    return ends[row];
  }

  int context(int entry) {
    return contexts[entry];
  }

  double value(int entry) {
    return values[entry];
  }

  int[] contexts() {
    return contexts;
  }

  double[] values() {
    return values;
  }
}
