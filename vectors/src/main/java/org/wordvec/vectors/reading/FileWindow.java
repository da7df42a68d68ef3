package org.wordvec.vectors.reading;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.NamedChannel;

/**
 * What a mapped file holds at a place, little-endian. It comes from a buffer, which is read far
 * sooner than a segment where nothing is compiled yet. Not safe for use by several threads.
 */
public final class FileWindow {
  private static final long MOST_MAPPED = 1 << 30;

  /** What a core's second cache has room for. */
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

  /** Takes bytes, in whatever order, from where the file is mapped. */
  public static FileWindow mapped(MemorySegment bytes) {
    return new FileWindow(bytes, null, MemorySegment.NULL);
  }

  /** Copies a piece after the other, if the file is open, for bytes that are read in order. */
  static FileWindow inOrder(MemorySegment bytes, NamedChannel channel) {
    return channel.isOpen()
        ? new FileWindow(bytes, channel, Arena.ofAuto().allocate(PIECE))
        : mapped(bytes);
  }

  long size() {
    return bytes.byteSize();
  }

  public byte at(long place) {
    long within = place - start;
    if (within < 0 || within >= window.limit()) {
      moveTo(place);
      within = 0;
    }
    return window.get((int) within);
  }

  /**
   * Returns a buffer whose next bytes, no more than 1 GiB, are those at a place of a mapped file.
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
