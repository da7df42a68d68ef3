package org.wordvec.compute;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file whose failures name it, whether it is written, read, mapped, forced to the disk or closed:
 * the system says no more than "Input/output error". Safe for use by several threads where the
 * place is given.
 */
public final class NamedChannel implements Closeable {
  /** Errors of systems that can open a folder but have nothing to force there. */
  private static final List<String> NOTHING_TO_FORCE =
      List.of("Invalid argument", "Operation not supported", "Inappropriate ioctl for device");

  private final FileChannel channel;
  private final String name;
  private final String what;

  /**
   * Takes over a file that is open.
   *
   * @param name of the file that the user knows
   * @param what is written or read there, in words, after a space; may be empty
   */
  public NamedChannel(FileChannel channel, String name, String what) {
    this.channel = channel;
    this.name = name;
    this.what = what;
  }

  /** Opens a file that messages name as it is. */
  public static NamedChannel open(Path path, OpenOption... options) throws IOException {
    return open(path, path.toString(), "", options);
  }

  /**
   * Opens a file that messages name by another name, such as a temporary one.
   *
   * @param name of the file that the user knows
   * @param what is written or read there, in words, after a space; may be empty
   */
  public static NamedChannel open(Path path, String name, String what, OpenOption... options)
      throws IOException {
    try {
      return new NamedChannel(FileChannel.open(path, options), name, what);
    } catch (IOException e) {
      throw name.equals(path.toString()) && e instanceof FileSystemException
          ? e
          : failure(e, name, "open" + what);
    }
  }

  /** Opens a stream of a file's bytes. */
  public static InputStream input(Path path) throws IOException {
    return new FilterInputStream(Files.newInputStream(path)) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int from, int count) throws IOException {
        try {
          return in.read(target, from, count);
        } catch (IOException e) {
          throw failure(e, path.toString(), "read");
        }
      }

      @Override
      public void close() {
        closeRead(in);
      }
    };
  }

  /** Closes what was read only: it is right, whatever the system says now. */
  public static void closeRead(Closeable read) {
    try {
      read.close();
    } catch (IOException readAllTheSame) {
      // Some network file systems say here that their disk is full.
      return;
    }
  }

  /**
   * Forces a renaming to the disk. Where folders cannot be opened or forced, the system does so by
   * itself or not at all.
   *
   * @throws IOException if the disk fails
   */
  public static void forceFolder(Path folder) throws IOException {
    FileChannel opened;
    try {
      opened = FileChannel.open(folder);
    } catch (IOException notOpened) {
      return;
    }
    try (opened) {
      opened.force(true);
    } catch (IOException e) {
      if (!NOTHING_TO_FORCE.contains(String.valueOf(e.getMessage()))) {
        throw failure(e, folder.toString(), "force its names to the disk");
      }
    }
  }

  /** Returns the same failure with the name before it; an interruption stays what it is. */
  public static IOException failure(IOException e, String name, String doing) {
    if (e instanceof ClosedChannelException || e instanceof InterruptedIOException) {
      return e;
    }
    return new IOException(name + ": cannot " + doing + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    @Nullable String told =
        switch (e) {
          case AccessDeniedException _ -> "permission denied";
          case NoSuchFileException _ -> "no such file or folder";
          case FileSystemException file -> file.getReason();
          default -> e.getMessage();
        };
    return told == null ? e.getClass().getSimpleName() : told;
  }

  /** Writes all that remains of a buffer. */
  public void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        requireProgress(channel.write(bytes));
      }
    } catch (IOException e) {
      throw failure(e, name, "write" + what);
    }
  }

  /** Writes all that remains of a buffer to a place, and returns where the next byte belongs. */
  public long write(ByteBuffer bytes, long place) throws IOException {
    long at = place;
    try {
      while (bytes.hasRemaining()) {
        at += requireProgress(channel.write(bytes, at));
      }
    } catch (IOException e) {
      throw failure(e, name, "write" + what);
    }
    return at;
  }

  private static int requireProgress(int written) throws IOException {
    if (written <= 0) {
      throw new IOException("the system takes no more bytes and does not say why");
    }
    return written;
  }

  /** Reads what comes next; -1 at the end. */
  public int read(ByteBuffer target) throws IOException {
    try {
      return channel.read(target);
    } catch (IOException e) {
      throw failure(e, name, "read" + what);
    }
  }

  /** Returns whether it is open. */
  public boolean isOpen() {
    return channel.isOpen();
  }

  /**
   * Fills a target outside the heap, less than 2 GiB, with what the file has from a place on.
   *
   * @return whether it is full: not if the file ends before or was closed, as it is when a thread
   *     that reads is interrupted
   * @throws UncheckedIOException if the file cannot be read
   */
  public boolean fill(MemorySegment target, long from) {
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
      throw new UncheckedIOException(failure(e, name, "read" + what));
    }
  }

  /** Maps a part of the file. */
  public MemorySegment map(FileChannel.MapMode mode, long from, long bytes, Arena arena)
      throws IOException {
    try {
      return channel.map(mode, from, bytes, arena);
    } catch (IOException e) {
      throw e.getCause() instanceof OutOfMemoryError
          ? new IOException(
              name
                  + ": cannot map"
                  + what
                  + " into memory: the system gives no more; ulimit -v or vm.max_map_count may be"
                  + " too low",
              e)
          : failure(e, name, "map" + what + " into memory");
    }
  }

  /** Returns the size of the file in bytes. */
  public long size() throws IOException {
    try {
      return channel.size();
    } catch (IOException e) {
      throw failure(e, name, "read" + what);
    }
  }

  /** Returns the byte that is read next. */
  public long position() throws IOException {
    return channel.position();
  }

  /** Waits until all that was written is on the disk. */
  public void force() throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw failure(e, name, "write" + what);
    }
  }

  /** Returns the channel, for readers that need it. */
  public FileChannel channel() {
    return channel;
  }

  /** Returns a stream that writes here; closing it does nothing. */
  public OutputStream stream() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        NamedChannel.this.write(ByteBuffer.wrap(bytes, from, count));
      }
    };
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(e, name, "write" + what);
    }
  }
}
