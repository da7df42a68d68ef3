package org.wordvec.glove.counting;

import java.util.Arrays;

/**
 * The counts of one band: for each word its contexts in ascending order. Belongs to one thread,
 * which fills it with one band after another.
 */
public final class BandCounts {
  private int band;
  private int words;
  private final int[] ends = new int[Bands.ROWS];
  private int[] contexts = new int[1 << 16];
  private double[] values = new double[1 << 16];
  private int size;

  /** Creates counts without a band; {@link #begin} gives them one. */
  public BandCounts() {}

  /** Begins a band, without entries. */
  public void begin(int newBand) {
    band = newBand;
    words = 0;
    size = 0;
  }

  /** Adds an entry to the current row. */
  void add(int context, double value) {
    if (size == contexts.length) {
      int larger = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * size));
      contexts = Arrays.copyOf(contexts, larger);
      values = Arrays.copyOf(values, larger);
    }
    contexts[size] = context;
    values[size++] = value;
  }

  /** Ends the current row and begins that of the next word. */
  void endRow() {
    ends[words++] = size;
  }

  /** Returns the number of the band. */
  public int band() {
    return band;
  }

  /** Returns the number of rows that have ended. */
  public int words() {
    return words;
  }

  /** Returns the number of entries. */
  public int size() {
    return size;
  }

  /** Returns the number of the first entry of a row, both from 0. */
  public int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** Returns the number of the entry behind the last of a row. */
  public int end(int row) {
    return ends[row];
  }

  /** Returns the context of an entry. */
  public int context(int entry) {
    return contexts[entry];
  }

  /** Returns the count of an entry. */
  public double value(int entry) {
    return values[entry];
  }
}
