package org.wordvec.fasttext;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The input matrix of a model as queries read it: in memory with padded rows, or in a mapped file
 * without padding and at any address.
 *
 * @param segment begins with row 0
 * @param rowBytes from one row to the next
 * @param dimensions values of a row
 */
public record InputRows(MemorySegment segment, long rowBytes, int dimensions) {
  /** Layout of a value. */
  public static final ValueLayout.OfFloat VALUE =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Returns the number of rows. */
  public int count() {
    return Math.toIntExact(segment.byteSize() / rowBytes);
  }

  /** Copies a row to the first {@code dimensions} of the values. */
  public void read(int row, float[] values) {
    MemorySegment.copy(segment, VALUE, row * rowBytes, values, 0, dimensions);
  }
}
