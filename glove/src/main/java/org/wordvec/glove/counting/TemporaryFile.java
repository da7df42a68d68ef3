package org.wordvec.glove.counting;

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

/** A private file that is deleted when it is closed. Safe for use by several threads. */
final class TemporaryFile implements AutoCloseable {
  private static final int ZEROS = 1 << 20;

  private final NamedChannel channel;
  private final AtomicLong size = new AtomicLong();

  /** Creates a file in a folder with enough free space. */
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

  /** Reserves bytes and returns where they begin. */
  long reserve(long bytes) {
    return size.getAndAdd(bytes);
  }

  /** Writes to a place and returns where the next begins. */
  long write(ByteBuffer block, long place) throws IOException {
    return channel.write(block, place);
  }

  /** Maps all that was written. */
  MemorySegment map(Arena arena) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
  }

  /**
   * Allocates memory that is mapped to the file, all of whose pages exist: a page for which the
   * disk has no space would crash the process when it is touched.
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
