package org.wordvec.vectors;

/** Where the words of a file end, and their tags. Not safe for use by several threads. */
final class WordPlaces {
  private final int[] ends;
  private final byte[] tags;
  private int size;

  WordPlaces(int words) {
    ends = new int[words];
    tags = new byte[words];
  }

  /** Adds words; tells whether there is room for them, in number and in 2 GiB of bytes. */
  boolean add(int[] lengths, byte[] moreTags, int count) {
    if (count > ends.length - size) {
      return false;
    }
    System.arraycopy(moreTags, 0, tags, size, count);
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
  int[] ends() {
    return ends;
  }

  /** For each word the sum of its bytes. */
  byte[] tags() {
    return tags;
  }
}
