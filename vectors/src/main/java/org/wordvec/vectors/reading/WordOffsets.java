package org.wordvec.vectors.reading;

import java.util.BitSet;

/** The ends and hashes of the words of a file. Not safe for use by several threads. */
public final class WordOffsets {
  private final int[] ends;
  private final int[] hashes;
  private final BitSet suspects = new BitSet();
  private int size;

  WordOffsets(int words) {
    ends = new int[words];
    hashes = new int[words];
  }

  /** Adds words; returns false if there are too many words, or more than 2 GiB of bytes. */
  boolean add(int[] lengths, int[] moreHashes, BitSet moreSuspects, int count) {
    if (count > ends.length - size) {
      return false;
    }
    for (int row = moreSuspects.nextSetBit(0); row >= 0; row = moreSuspects.nextSetBit(row + 1)) {
      suspects.set(size + row);
    }
    System.arraycopy(moreHashes, 0, hashes, size, count);
    int end = size == 0 ? 0 : ends[size - 1];
    for (int i = 0; i < count; i++) {
      if (lengths[i] > Integer.MAX_VALUE - end) {
        return false;
      }
      end += lengths[i];
      ends[size++] = end;
    }
    return true;
  }

  boolean areComplete() {
    return size == ends.length;
  }

  /** Returns for each word the total length in bytes of all words up to and including it. */
  public int[] ends() {
    return ends;
  }

  /** Returns for each word its {@linkplain org.wordvec.corpora.words.WordList#hash hash}. */
  public int[] hashes() {
    return hashes;
  }

  /** Returns the rows that {@link BinaryRow} must examine. */
  public BitSet suspects() {
    return suspects;
  }
}
