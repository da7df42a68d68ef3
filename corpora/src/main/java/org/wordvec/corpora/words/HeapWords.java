package org.wordvec.corpora.words;

import java.util.Arrays;

/** A word list whose bytes are contiguous on the heap. */
final class HeapWords extends WordList {
  private final byte[] utf8;

  HeapWords(byte[] utf8, int[] ends) {
    super(ends);
    this.utf8 = utf8;
  }

  @Override
  public byte[] utf8(int id) {
    return Arrays.copyOfRange(utf8, start(id), end(id));
  }

  @Override
  int compare(int left, int right) {
    return Arrays.compareUnsigned(utf8, start(left), end(left), utf8, start(right), end(right));
  }

  @Override
  boolean matches(int id, byte[] bytes, int offset, int length) {
    return Arrays.equals(utf8, start(id), end(id), bytes, offset, offset + length);
  }

  @Override
  int hash(int id) {
    return hash(utf8, start(id), length(id));
  }
}
