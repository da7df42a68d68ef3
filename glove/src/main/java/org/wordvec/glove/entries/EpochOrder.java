package org.wordvec.glove.entries;

import java.util.stream.IntStream;
import org.wordvec.compute.CounterRandom;

/** The random order in which an epoch visits the slices. Safe for use by several threads. */
public final class EpochOrder {
  private final int slices;
  private final long seed;
  private final int[] recentEpochs = {-1, -1};
  private final int[][] recentOrders = new int[2][];

  /** Creates the order of a number of slices. */
  public EpochOrder(int slices, long seed) {
    this.slices = slices;
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

  /** Draws a permutation (Fisher and Yates). */
  private int[] draw(long key) {
    int[] order = IntStream.range(0, slices).toArray();
    for (int last = slices - 1; last > 0; last--) {
      int other = CounterRandom.below(CounterRandom.draw(key, last, 0), last + 1);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
