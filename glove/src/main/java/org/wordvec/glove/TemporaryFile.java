package org.wordvec.glove;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** A private file that is gone when it is closed. Safe for use by several threads. */
final class TemporaryFile implements AutoCloseable {
  private static final int ZEROS = 1 << 20;

  private final Path folder;
  private final FileChannel channel;
  private final AtomicLong size = new AtomicLong();

  /** In a folder, which should lie where there is room. */
  TemporaryFile(Path folder) throws IOException {
    this.folder = folder;
    channel =
        FileChannel.open(
            Files.createTempFile(folder, ".wordvec-counts", ".tmp"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Sets bytes aside and answers where they begin. */
  long reserve(long bytes) {
    return size.getAndAdd(bytes);
  }

  /** Writes to a place and answers where the next begins. */
  long write(ByteBuffer block, long place) throws IOException {
    long at = place;
    try {
      while (block.hasRemaining()) {
        at += channel.write(block, at);
      }
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          folder + ": cannot write a temporary file for counts: " + e.getMessage(), e);
    }
    return at;
  }

  /** All that was written. */
  MemorySegment map(Arena arena) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
  }

  /**
   * Memory with the file behind it, all of whose pages exist: a page for which there is no room on
   * the disk would take the process down when it is touched.
   */
  MemorySegment allocate(Arena arena, long bytes) throws IOException {
    long place = reserve(bytes);
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(bytes, ZEROS));
    for (long at = place; at < place + bytes; ) {
      at = write(zeros.clear().limit((int) Math.min(zeros.capacity(), place + bytes - at)), at);
    }
    return channel.map(FileChannel.MapMode.READ_WRITE, place, bytes, arena);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
