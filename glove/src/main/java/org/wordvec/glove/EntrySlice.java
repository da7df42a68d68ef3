package org.wordvec.glove;

import java.lang.foreign.MemorySegment;

/**
 * A run of entries that are trained together: some neighbouring tiles of one band.
 *
 * @param entries of {@value #ENTRY_BYTES} bytes: int32 word and context in the upper and lower
 *     half, float32 logarithm of the count, float32 weight
 * @param firstWord what the words in the entries are relative to
 * @param firstContext what the contexts are relative to
 */
record EntrySlice(MemorySegment entries, int firstWord, int firstContext) {
  static final int ENTRY_BYTES = 12;

  int size() {
    return (int) (entries.byteSize() / ENTRY_BYTES);
  }

  /** Which region of the matrix of counts this lies in; words first. */
  long region() {
    return ((long) (firstWord / Bands.REGION) << 32) | (firstContext / Bands.REGION);
  }
}
