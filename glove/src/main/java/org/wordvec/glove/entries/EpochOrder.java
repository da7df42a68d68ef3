package org.wordvec.glove.entries;

import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.CounterRandom;

/**
 * The random order in which an epoch visits the slices. Safe for use by several threads.
 *
 * <p>Slices that several threads train at the same time stand one behind the other, and where that
 * can be had they have no words and no contexts in common: else the threads take the rows' cache
 * lines from each other at every entry. Zhuang et al. 2013 (A fast parallel SGD for matrix
 * factorization in shared memory systems, section 4) schedule blocks of a matrix so; here a slice
 * that meets one before it only changes places with one soon behind it.
 */
public final class EpochOrder {
  /** How far apart slices may be trained at the same time, at most. */
  private static final int FARTHEST = 8;

  /** How far behind a slice another is looked for. */
  private static final int SOON = 32;

  private final List<EntrySlice> slices;
  private final int together;
  private final long seed;
  private final int[] recentEpochs = {-1, -1};
  private final int[][] recentOrders = new int[2][];

  /**
   * Creates the order of some slices.
   *
   * @param threads that train slices at the same time; with one, the order is all random
   */
  public EpochOrder(List<EntrySlice> slices, int threads, long seed) {
    this.slices = slices;
    this.together = Math.min(threads, FARTHEST);
    this.seed = seed;
  }

  /**
   * Returns the slice at a place of an epoch. Threads may be in two epochs at once, seldom in
   * three.
   */
  public synchronized int slice(int epoch, int place) {
    int parity = epoch & 1;
    if (recentEpochs[parity] != epoch) {
      recentOrders[parity] = draw(CounterRandom.key(seed, epoch));
      recentEpochs[parity] = epoch;
    }
    return recentOrders[parity][place];
  }

  /** Draws a permutation (Fisher and Yates), and then moves apart what meets. */
  private int[] draw(long key) {
    int[] order = IntStream.range(0, slices.size()).toArray();
    for (int last = order.length - 1; last > 0; last--) {
      swap(order, last, CounterRandom.below(CounterRandom.draw(key, last, 0), last + 1));
    }
    for (int place = 1; place < order.length && together > 1; place++) {
      int end = Math.min(order.length, place + SOON);
      int other = place;
      while (other < end && meetsOneBefore(order, place, order[other])) {
        other++;
      }
      if (other < end) {
        swap(order, place, other);
      }
    }
    return order;
  }

  private boolean meetsOneBefore(int[] order, int place, int slice) {
    for (int before = Math.max(0, place - together + 1); before < place; before++) {
      if (slices.get(order[before]).meets(slices.get(slice))) {
        return true;
      }
    }
    return false;
  }

  private static void swap(int[] order, int one, int other) {
    int kept = order[one];
    order[one] = order[other];
    order[other] = kept;
  }
}
