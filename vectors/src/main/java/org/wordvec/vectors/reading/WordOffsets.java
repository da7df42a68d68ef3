package org.wordvec.vectors.reading;

import java.util.BitSet;

/** Where the words of a file end, and their hashes. Not safe for use by several threads. */
public final class WordOffsets {
  private final int[] ends;
  private final int[] hashes;
  private final BitSet suspects = new BitSet();
  private int size;

  WordOffsets(int words) {
    ends = new int[words];
    hashes = new int[words];
  }

  /** Adds words; tells whether there is room for them, in number and in 2 GiB of bytes. */
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

  /** For each word the bytes of all words up to and with it. */
  public int[] ends() {
    return ends;
  }

  /** For each word its {@linkplain org.wordvec.corpora.words.WordList#hash hash}. */
  public int[] hashes() {
    return hashes;
  }

  /** Returns the rows with something that {@link BinaryRow} should judge. */
  public BitSet suspects() {
    return suspects;
  }
}
