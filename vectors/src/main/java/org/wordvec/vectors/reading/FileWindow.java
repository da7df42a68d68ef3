package org.wordvec.vectors.reading;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.NamedChannel;

/**
 * Reads a mapped file, little-endian, through a buffer. Before compilation, a buffer is read much
 * faster than a memory segment. Not safe for use by several threads.
 */
public final class FileWindow {
  private static final long MOST_MAPPED = 1 << 30;

  /** Bytes of a chunk, which fits in a core's L2 cache. */
  private static final int PIECE = 1 << 18;

  private final MemorySegment bytes;
  private final @Nullable NamedChannel channel;
  private final MemorySegment piece;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long start;

  private FileWindow(MemorySegment bytes, @Nullable NamedChannel channel, MemorySegment piece) {
    this.bytes = bytes;
    this.channel = channel;
    this.piece = piece;
  }

  /** Creates a window for random access to a mapping. */
  public static FileWindow mapped(MemorySegment bytes) {
    return new FileWindow(bytes, null, MemorySegment.NULL);
  }

  /** Creates a window for sequential access, which copies chunks of the file if it is open. */
  static FileWindow inOrder(MemorySegment bytes, NamedChannel channel) {
    return channel.isOpen()
        ? new FileWindow(bytes, channel, Arena.ofAuto().allocate(PIECE))
        : mapped(bytes);
  }

  long size() {
    return bytes.byteSize();
  }

  /** Returns the byte at an offset of the file. */
  public byte at(long place) {
    long within = place - start;
    if (within < 0 || within >= window.limit()) {
      moveTo(place);
      within = 0;
    }
    return window.get((int) within);
  }

  /**
   * Returns a buffer positioned at an offset.
   *
   * @param size number of bytes to read, 1 GiB or less
   */
  public ByteBuffer at(long place, int size) {
    if (place < start || place + size > start + window.limit()) {
      moveTo(place);
    }
    return window.position((int) (place - start));
  }

  private void moveTo(long place) {
    long left = bytes.byteSize() - place;
    MemorySegment next = piece.asSlice(0, Math.min(piece.byteSize(), left));
    if (channel == null || !channel.fill(next, place)) {
      next = bytes.asSlice(place, Math.min(left, MOST_MAPPED));
    }
    window = next.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    start = place;
  }
}
