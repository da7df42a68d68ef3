package org.wordvec.corpora;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A private temporary file that has no name any more, and is gone when it is closed. */
final class SpillFile {
  private static final int ZEROS = 1 << 20;

  private SpillFile() {}

  static FileChannel open(String prefix) throws IOException {
    Path path;
    try {
      path = Files.createTempFile(prefix, ".tmp");
    } catch (IOException e) {
      throw named(e);
    }
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Writes what remains of a buffer to a place. */
  static void write(FileChannel channel, ByteBuffer buffer, long place) throws IOException {
    long at = place;
    try {
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw named(e);
    }
  }

  /**
   * Memory with a file behind it, all of whose pages exist: one for which there is no room on the
   * disk would take the process down when it is touched.
   */
  static MemorySegment map(String prefix, Arena arena, long bytes) throws IOException {
    try (FileChannel file = open(prefix)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(bytes, ZEROS));
      for (long at = 0; at < bytes; at += zeros.limit()) {
        write(file, zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at)), at);
      }
      return file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
    }
  }

  private static IOException named(IOException e) {
    return new IOException(
        "%s: cannot write a temporary file of the corpus: %s"
            .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
        e);
  }
}
