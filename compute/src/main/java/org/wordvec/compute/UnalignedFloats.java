package org.wordvec.compute;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The little-endian float32 values of a segment, at any address. They are read through buffers,
 * which takes far fewer calls than with a segment: that matters where nothing is compiled yet.
 * Immutable; safe for use by several threads.
 */
final class UnalignedFloats {
  private static final int WINDOW_BITS = 30;
  private static final long LARGEST_BUFFER = 3 << 29;

  // A buffer of floats for each remainder of an address, in each window. A value that begins in a
  // window may end behind it, so a buffer reaches further than its window.
  private final FloatBuffer[] buffers;

  UnalignedFloats(MemorySegment bytes) {
    long size = bytes.byteSize();
    int windows = (int) (((size - 1) >> WINDOW_BITS) + 1);
    buffers = new FloatBuffer[windows * Float.BYTES];
    for (int window = 0; window < windows; window++) {
      long start = (long) window << WINDOW_BITS;
      ByteBuffer buffer =
          bytes.asSlice(start, Math.min(size - start, LARGEST_BUFFER)).asByteBuffer();
      for (int remainder = 0; remainder < Math.min(Float.BYTES, buffer.limit()); remainder++) {
        buffers[window * Float.BYTES + remainder] =
            buffer.position(remainder).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      }
    }
  }

  /** Copies {@code count} values, of less than 512 MiB, from a byte offset on. */
  void copy(long offset, float[] target, int place, int count) {
    int buffer = (int) (offset >> WINDOW_BITS) * Float.BYTES + (int) (offset % Float.BYTES);
    int index = (int) (offset & ((1 << WINDOW_BITS) - 1)) / Float.BYTES;
    buffers[buffer].get(index, target, place, count);
  }
}
