package org.wordvec.corpora.words;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A word list in a mapped file, with other data between the words. */
final class MappedWords extends WordList {
  private final MemorySegment bytes;
  private final long gap;
  private final int @Nullable [] hashes;

  MappedWords(MemorySegment bytes, long gap, int[] ends, int @Nullable [] hashes) {
    super(ends);
    int previous = 0;
    for (int end : ends) {
      if (end < previous) {
        throw new IllegalArgumentException("a word ends before it begins");
      }
      previous = end;
    }
    long last = gap * Math.max(0, ends.length - 1) + previous;
    if (gap < 0 || last > bytes.byteSize()) {
      throw new IllegalArgumentException(
          ends.length + " words do not fit in " + bytes.byteSize() + " bytes");
    }
    if (hashes != null && hashes.length != ends.length) {
      throw new IllegalArgumentException(ends.length + " words have " + hashes.length + " hashes");
    }
    this.bytes = bytes;
    this.gap = gap;
    this.hashes = hashes;
  }

  @Override
  public byte[] utf8(int id) {
    byte[] word = new byte[length(id)];
    // The JDK's first copy between segments takes milliseconds; a buffer avoids it.
    bytes.asSlice(offset(id), word.length).asByteBuffer().get(word);
    return word;
  }

  @Override
  int walk(byte[] word, int offset, int length) {
    if (hashes == null) {
      return super.walk(word, offset, length);
    }
    int hash = hash(word, offset, length);
    for (int id = 0; id < hashes.length; id++) {
      if (hashes[id] == hash && length(id) == length && matches(id, word, offset, length)) {
        return id;
      }
    }
    return -1;
  }

  @Override
  int hash(int id) {
    return hashes == null ? hash(utf8(id), 0, length(id)) : hashes[id];
  }

  @Override
  int[] hashes() {
    return hashes == null ? super.hashes() : hashes;
  }

  @Override
  boolean matches(int id, byte[] other, int offset, int length) {
    return Arrays.equals(utf8(id), 0, length, other, offset, offset + length);
  }

  private long offset(int id) {
    return id * gap + start(id);
  }
}
