package org.wordvec.word2vec;

import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;

/**
 * Some {@value #SIZE} noise words, from which negatives are drawn one by one and at random. Their
 * rows are few enough to stay in the processor's cache, where rows drawn from a whole vocabulary
 * come from memory each time, which costs more than all the arithmetic.
 *
 * <p>The noise distribution gives an endless sequence of words, the n-th from a draw at position n
 * under the epoch's key, inverted. The pool is a part of that sequence, so that it depends on no
 * order of work: that from {@code slice * SIZE} on for a whole slice, or, where many negatives are
 * drawn and the same few rows would be overtrained, that from {@code position * renewed} on, which
 * drops the oldest words and takes in new ones at every position. Belongs to one thread.
 */
final class NoisePool {
  static final int SIZE = 2048;

  private final AliasTable noise;
  private final int renewed;
  private final int[] words = new int[SIZE];
  private long key;
  private long end;

  /**
   * Creates a pool of draws from the noise distribution.
   *
   * @param renewed words renewed at each position; 0 to keep the pool for a slice
   */
  NoisePool(AliasTable noise, int renewed) {
    this.noise = noise;
    this.renewed = renewed;
  }

  void begin(long key, int slice) {
    this.key = ~key;
    end = 0;
    if (renewed == 0) {
      fill((long) slice * SIZE);
    }
  }

  void moveTo(long position) {
    if (renewed > 0) {
      fill(position * renewed);
    }
  }

  /** Returns a word of the pool, chosen by 64 random bits. */
  int draw(long bits) {
    return words[CounterRandom.below(bits, SIZE)];
  }

  private void fill(long first) {
    long n = Math.max(end, first);
    end = first + SIZE;
    for (; n < end; n++) {
      words[(int) (n % SIZE)] = noise.draw(CounterRandom.draw(key, n, 0));
    }
  }
}
