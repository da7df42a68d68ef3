package org.wordvec.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

/**
 * Reads parts of files into memory outside the heap. Stateless; safe for use by several threads.
 */
public final class FileParts {
  private FileParts() {}

  /**
   * Fills a target, less than 2 GiB, with what a file has from an offset on.
   *
   * @return whether it is full: not if the file ends before or was closed, as it is when a thread
   *     that reads is interrupted
   * @throws UncheckedIOException if the file cannot be read
   */
  public static boolean read(FileChannel channel, long from, MemorySegment target) {
    ByteBuffer buffer = target.asByteBuffer();
    try {
      int read = 0;
      while (buffer.hasRemaining() && read >= 0) {
        read = channel.read(buffer, from + buffer.position());
      }
      return !buffer.hasRemaining();
    } catch (ClosedChannelException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
