package org.wordvec.corpora.counting;

import java.io.EOFException;
import java.io.IOException;
import java.io.Serial;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Creates and accesses private temporary files that are deleted when they are closed. */
final class SpillFile {
  private static final int ZEROS = 1 << 20;

  private SpillFile() {}

  static FileChannel open(String prefix) throws IOException {
    try {
      return FileChannel.open(
          Files.createTempFile(prefix, ".tmp"),
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw named(e);
    }
  }

  /** Writes the remaining bytes of a buffer at a file position. */
  static void write(FileChannel channel, ByteBuffer buffer, long place) throws IOException {
    long at = place;
    try {
      while (buffer.hasRemaining()) {
        int written = channel.write(buffer, at);
        if (written <= 0) {
          throw new IOException("the system takes no more bytes and does not say why");
        }
        at += written;
      }
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw named(e);
    }
  }

  /**
   * Returns memory that is backed by a temporary file. All of its pages are allocated in advance,
   * as touching a page for which the disk has no room would crash the process.
   */
  static MemorySegment map(String prefix, Arena arena, long bytes) throws IOException {
    try (FileChannel file = open(prefix)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(bytes, ZEROS));
      for (long at = 0; at < bytes; at += zeros.limit()) {
        write(file, zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at)), at);
      }
      return file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw e instanceof TemporaryFileException ? e : named(e);
    }
  }

  /** Reads from a file position until the buffer is full. */
  static void read(FileChannel channel, ByteBuffer buffer, long place) throws IOException {
    long at = place;
    try {
      while (buffer.hasRemaining()) {
        int count = channel.read(buffer, at);
        if (count < 0) {
          throw new EOFException("it was cut");
        }
        at += count;
      }
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  private static IOException named(IOException e) {
    return failure("write", e);
  }

  private static IOException failure(String doing, IOException e) {
    return new TemporaryFileException(
        String.format(
            Locale.ROOT,
            "%s: cannot %s a temporary file of the corpus: %s",
            System.getProperty("java.io.tmpdir"),
            doing,
            e.getMessage()),
        e);
  }

  /** An error whose message already names the folder. */
  private static final class TemporaryFileException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    TemporaryFileException(String message, IOException cause) {
      super(message, cause);
    }
  }
}
