package org.wordvec.glove;

import java.lang.foreign.MemorySegment;

/**
 * A run of entries that are trained together: a tile of the matrix, or a part of one.
 *
 * @param entries of {@value #ENTRY_BYTES} bytes: int32 row and column in the upper and lower half,
 *     float32 logarithm of the count, float32 weight
 * @param firstRow what the rows in the entries are relative to
 * @param firstColumn what the columns are relative to
 * @param orientation which of the two is the word
 */
record EntrySlice(MemorySegment entries, int firstRow, int firstColumn, Orientation orientation) {
  static final int ENTRY_BYTES = 12;

  /** Which of row and column is the word, the other being its context. */
  enum Orientation {
    /** The row. */
    UPRIGHT,
    /** The column: the slice is trained as its mirror image, of which the diagonal is no part. */
    MIRRORED
  }

  int size() {
    return (int) (entries.byteSize() / ENTRY_BYTES);
  }
}
