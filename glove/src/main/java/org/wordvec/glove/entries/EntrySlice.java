package org.wordvec.glove.entries;

import java.lang.foreign.MemorySegment;

/**
 * A run of entries that are trained together: a tile of the matrix, or a part of one.
 *
 * @param entries of {@value #ENTRY_BYTES} bytes: int32 row and column in the upper and lower half,
 *     float32 logarithm of the count, float32 weight
 * @param firstRow that the rows in the entries are relative to
 * @param endRow behind the last row
 * @param firstColumn that the columns are relative to
 * @param endColumn behind the last column
 * @param orientation which of the two is the word
 */
public record EntrySlice(
    MemorySegment entries,
    int firstRow,
    int endRow,
    int firstColumn,
    int endColumn,
    Orientation orientation) {
  /** Bytes of an entry. */
  public static final int ENTRY_BYTES = 12;

  /** Which of row and column is the word; the other is its context. */
  public enum Orientation {
    /** The row. */
    UPRIGHT,
    /** The column: the slice is trained as its mirror image, without the diagonal. */
    MIRRORED
  }

  /** Returns whether this and another slice may change the same words, or the same contexts. */
  boolean meets(EntrySlice other) {
    boolean rowsMeet = firstRow < other.endRow && other.firstRow < endRow;
    boolean columnsMeet = firstColumn < other.endColumn && other.firstColumn < endColumn;
    boolean rowMeetsColumn = firstRow < other.endColumn && other.firstColumn < endRow;
    boolean columnMeetsRow = firstColumn < other.endRow && other.firstRow < endColumn;
    return orientation == other.orientation
        ? rowsMeet || columnsMeet
        : rowMeetsColumn || columnMeetsRow;
  }

  /** Returns the number of entries. */
  public int size() {
    return (int) (entries.byteSize() / ENTRY_BYTES);
  }
}
