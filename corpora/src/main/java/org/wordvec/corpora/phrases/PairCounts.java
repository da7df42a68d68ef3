package org.wordvec.corpora.phrases;

/** Counts pairs in an open-addressing hash table. Not safe for use by several threads. */
final class PairCounts {
  private long[] keys;
  private int[] counts;
  private int size;
  private int pruned;
  private final int maximumSize;

  /**
   * Creates an empty table.
   *
   * @param maximumSize number of pairs above which the rarest are forgotten
   */
  PairCounts(int maximumSize) {
    this.maximumSize = maximumSize;
    keys = new long[1 << 12];
    counts = new int[1 << 12];
  }

  void add(long key) {
    int slot = slot(key);
    if (counts[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    counts[slot]++;
    if (2 * size > keys.length) {
      makeRoom();
    }
  }

  /** Returns how often a pair was counted since it was last forgotten. */
  int count(long key) {
    return counts[slot(key)];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (mix(key) >>> 20) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Returns a mixed hash of a key; other bits of it select the table. */
  static long mix(long key) {
    long mixed = (key ^ key >>> 29) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 32;
  }

  /** Removes all pairs that were counted less than {@code minimum} times. */
  void keep(int minimum) {
    int kept = 0;
    for (int count : counts) {
      kept += count >= minimum ? 1 : 0;
    }
    rebuild(minimum, Math.max(16, 4 * Integer.highestOneBit(kept)));
  }

  /** Removes the rarest pairs with a threshold that rises each time, as word2phrase does. */
  private void makeRoom() {
    if (size <= maximumSize) {
      rebuild(1, 2 * keys.length);
      return;
    }
    do {
      pruned++;
      rebuild(pruned + 1, keys.length);
    } while (2 * size > keys.length);
  }

  private void rebuild(int minimum, int capacity) {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[capacity];
    counts = new int[capacity];
    size = 0;
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldCounts[old] >= minimum) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
        size++;
      }
    }
  }
}
