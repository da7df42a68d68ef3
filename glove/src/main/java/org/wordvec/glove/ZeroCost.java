package org.wordvec.glove;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * What a model of zeros costs, which has learnt nothing: {@code f(x) / 2 * (log x)^2} for an entry.
 * A training starts next to it, so that a cost far above means that it has gone astray.
 *
 * @param mean over the entries
 * @param most of any entry, which the mean of no part of an epoch exceeds
 */
record ZeroCost(double mean, double most) {
  /** Where nothing is known of the entries. */
  static final ZeroCost UNKNOWN = new ZeroCost(Double.NaN, Double.NaN);

  /** Enough for a mean, and gone through in milliseconds. */
  private static final long SAMPLES = 1 << 18;

  /**
   * A count of 1 would cost zeros nothing, and a training that steps near it is right all the same.
   */
  private static final double LEAST_SQUARE = 0.25;

  /** Looks at all entries, or at one in so many where there are more than a sample takes. */
  static ZeroCost of(List<EntrySlice> slices) {
    long entries = slices.stream().mapToLong(EntrySlice::size).sum();
    long stride = Math.max(1, entries / SAMPLES);
    double sum = 0;
    double most = 0;
    long seen = 0;
    long next = 0;
    for (EntrySlice slice : slices) {
      for (; next < slice.size(); next += stride) {
        double cost = cost(slice.entries(), next * EntrySlice.ENTRY_BYTES);
        sum += cost;
        most = Math.max(most, cost);
        seen++;
      }
      next -= slice.size();
    }
    return new ZeroCost(sum / seen, most);
  }

  private static double cost(MemorySegment entries, long at) {
    double log = entries.get(ValueLayout.JAVA_FLOAT, at + 4);
    double square = Math.max(LEAST_SQUARE, log * log);
    return entries.get(ValueLayout.JAVA_FLOAT, at + 8) / 2 * square;
  }
}
