package org.wordvec.glove;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.wordvec.compute.NamedChannel;

/** A private file that is gone when it is closed. Safe for use by several threads. */
final class TemporaryFile implements AutoCloseable {
  private static final int ZEROS = 1 << 20;

  private final NamedChannel channel;
  private final AtomicLong size = new AtomicLong();

  /** In a folder, which should lie where there is room. */
  TemporaryFile(Path folder) throws IOException {
    channel =
        NamedChannel.open(
            created(folder),
            folder.toString(),
            " a temporary file for counts",
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static Path created(Path folder) throws IOException {
    try {
      return Files.createTempFile(folder, ".wordvec-counts", ".tmp");
    } catch (IOException e) {
      throw NamedChannel.failure(e, folder.toString(), "write a temporary file for counts");
    }
  }

  /** Sets bytes aside and answers where they begin. */
  long reserve(long bytes) {
    return size.getAndAdd(bytes);
  }

  /** Writes to a place and answers where the next begins. */
  long write(ByteBuffer block, long place) throws IOException {
    return channel.write(block, place);
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
