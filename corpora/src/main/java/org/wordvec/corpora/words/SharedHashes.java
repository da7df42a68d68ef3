package org.wordvec.corpora.words;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Finds hashes that occur more than once, without a table of all of them.
 *
 * <p>A first pass sets one bit per hash in a bitmap of 16 to 32 bits per hash. If the bit is set
 * already, either the hash occurred before or another one maps to the same bit, on average for at
 * most one hash in 32. A second pass collects the indexes of all hashes with such a bit, which are
 * few enough to be sorted. Not safe for use by several threads.
 */
final class SharedHashes {
  /** Hashes per method call: a method that is called often is compiled sooner than a long loop. */
  private static final int PIECE = 64;

  private final int[] hashes;
  private final long[] bits;
  private final LongStream.Builder again = LongStream.builder();
  private final LongStream.Builder candidates = LongStream.builder();

  private SharedHashes(int[] hashes) {
    this.hashes = hashes;
    this.bits = new long[Math.max(1, Integer.highestOneBit(hashes.length) >> 1)];
  }

  /**
   * Returns the entries of hashes that occur more than once, sorted by hash and then by index. An
   * entry is the hash times 2^32 plus the index.
   */
  static long[] places(int[] hashes) {
    return new SharedHashes(hashes).places();
  }

  private long[] places() {
    for (int from = 0; from < hashes.length; from += PIECE) {
      findAgain(from, Math.min(from + PIECE, hashes.length));
    }
    long[] seenAgain = again.build().toArray();
    if (seenAgain.length == 0) {
      return seenAgain;
    }
    Arrays.fill(bits, 0);
    for (long hash : seenAgain) {
      bits[word((int) hash)] |= bit((int) hash);
    }
    for (int from = 0; from < hashes.length; from += PIECE) {
      findCandidates(from, Math.min(from + PIECE, hashes.length));
    }
    return shared(candidates.build().sorted().toArray());
  }

  private void findAgain(int from, int to) {
    for (int place = from; place < to; place++) {
      int word = word(hashes[place]);
      long bit = bit(hashes[place]);
      if ((bits[word] & bit) == 0) {
        bits[word] |= bit;
      } else {
        again.add(hashes[place]);
      }
    }
  }

  private void findCandidates(int from, int to) {
    for (int place = from; place < to; place++) {
      int hash = hashes[place];
      if ((bits[word(hash)] & bit(hash)) != 0) {
        candidates.add((long) hash << Integer.SIZE | place);
      }
    }
  }

  private static long[] shared(long[] sorted) {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && haveSameHash(sorted[i - 1], sorted[i]);
      // The previous entry may have been moved forward, but was not overwritten by a later one.
      if (before || (i + 1 < sorted.length && haveSameHash(sorted[i], sorted[i + 1]))) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  private static boolean haveSameHash(long left, long right) {
    return hash(left) == hash(right);
  }

  /** Returns the hash of an entry. */
  static int hash(long entry) {
    return (int) (entry >> Integer.SIZE);
  }

  /** Returns the index of an entry. */
  static int place(long entry) {
    return (int) entry;
  }

  private int word(int hash) {
    return WordList.mixed(hash) & (bits.length - 1);
  }

  private static long bit(int hash) {
    // The shift uses the lowest six bits; other bits of the hash select the word.
    return 1L << (WordList.mixed(hash) >>> 26);
  }
}
