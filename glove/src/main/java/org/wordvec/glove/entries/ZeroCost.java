package org.wordvec.glove.entries;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * The cost of a model of zeros, which has learnt nothing: {@code f(x) / 2 * (log x)^2} for an
 * entry. A training starts close to it, so a cost far above it means divergence.
 *
 * @param mean over the entries
 * @param most of any entry, which the mean of no part of an epoch exceeds
 */
public record ZeroCost(double mean, double most) {
  /** The cost where nothing is known of the entries. */
  public static final ZeroCost UNKNOWN = new ZeroCost(Double.NaN, Double.NaN);

  /** Entries of the sample: enough for a mean, and read in milliseconds. */
  private static final long SAMPLES = 1 << 18;

  /** A count of 1 would cost zeros nothing, and yet a training that is near it has not diverged. */
  private static final double LEAST_SQUARE = 0.25;

  /** Computes the cost of all entries, or of a sample where there are more than it needs. */
  public static ZeroCost of(List<EntrySlice> slices) {
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
