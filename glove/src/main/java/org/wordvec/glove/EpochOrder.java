package org.wordvec.glove;

import java.util.Arrays;
import java.util.List;
import org.wordvec.compute.CounterRandom;

/**
 * In which order an epoch visits the slices: the regions by chance, and in each its slices by
 * chance. Safe for use by several threads.
 */
final class EpochOrder {
  private final int[] regionStarts;
  private final int slices;
  private final long seed;
  private final int[] recentEpochs = {-1, -1};
  private final int[][] recentOrders = new int[2][];

  EpochOrder(List<EntrySlice> slices, long seed) {
    int[] starts = new int[slices.size() + 1];
    int regions = 0;
    for (int i = 0; i < slices.size(); i++) {
      if (i == 0 || slices.get(i).region() != slices.get(i - 1).region()) {
        starts[regions++] = i;
      }
    }
    starts[regions] = slices.size();
    this.regionStarts = Arrays.copyOf(starts, regions + 1);
    this.slices = slices.size();
    this.seed = seed;
  }

  /** The slice at a place of an epoch. Threads may be in two epochs at once, seldom in three. */
  synchronized int slice(int epoch, int place) {
    int parity = epoch & 1;
    if (recentEpochs[parity] != epoch) {
      recentOrders[parity] = draw(CounterRandom.key(seed, epoch));
      recentEpochs[parity] = epoch;
    }
    return recentOrders[parity][place];
  }

  private int[] draw(long key) {
    int[] regions = new int[regionStarts.length - 1];
    Arrays.setAll(regions, region -> region);
    shuffle(regions, 0, regions.length, key, 1);
    int[] order = new int[slices];
    int size = 0;
    for (int region : regions) {
      int start = size;
      for (int slice = regionStarts[region]; slice < regionStarts[region + 1]; slice++) {
        order[size++] = slice;
      }
      shuffle(order, start, size, key, 2);
    }
    return order;
  }

  private static void shuffle(int[] items, int start, int end, long key, int draw) {
    for (int last = end - 1; last > start; last--) {
      int other =
          start + CounterRandom.below(CounterRandom.draw(key, last, draw), last - start + 1);
      int kept = items[last];
      items[last] = items[other];
      items[other] = kept;
    }
  }
}
