package org.wordvec.vectors.reading;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.wordvec.compute.FileStamp;
import org.wordvec.compute.MappedRows;
import org.wordvec.compute.NamedChannel;
import org.wordvec.vectors.VectorFormatException;

/**
 * Reads a mapped file forwards. Each method takes a description of the item to read, which error
 * messages of truncated files name. Numbers are little-endian. Not safe for use by several threads.
 */
public final class MappedBytes {
  /** Maximum number of bytes of a word that ends in 0. */
  public static final int LONGEST_WORD = 1 << 20;

  private final Path path;
  private final MemorySegment bytes;
  private final NamedChannel channel;
  private final FileStamp stamp;
  private final FileWindow window;
  private long offset;

  private MappedBytes(Path path, MemorySegment bytes, NamedChannel channel, FileStamp stamp) {
    this.path = path;
    this.bytes = bytes;
    this.channel = channel;
    this.stamp = stamp;
    this.window = FileWindow.mapped(bytes);
  }

  /**
   * Maps a file. Reading it after it was truncated throws an {@link InternalError}.
   *
   * @param arena owns the mapping; must be shared if several threads read
   */
  public static MappedBytes open(Path path, Arena arena) throws IOException {
    RegularFile.require(path);
    FileStamp stamp = FileStamp.of(path);
    NamedChannel channel = NamedChannel.open(path, StandardOpenOption.READ);
    try {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      if (bytes.byteSize() < MappedRows.LARGE) {
        NamedChannel.closeRead(channel);
      } else {
        closeWith(arena, channel);
      }
      return new MappedBytes(path, bytes, channel, stamp);
    } catch (IOException | RuntimeException e) {
      NamedChannel.closeRead(channel);
      throw e;
    }
  }

  @SuppressWarnings("restricted")
  private static void closeWith(Arena arena, NamedChannel channel) {
    arena.allocate(1).reinterpret(arena, _ -> NamedChannel.closeRead(channel));
  }

  /**
   * Returns the file's channel, which stays open as long as the arena if the file is {@linkplain
   * MappedRows#LARGE large}.
   */
  public NamedChannel channel() {
    return channel;
  }

  /** Returns the file's state before it was mapped. */
  public FileStamp stamp() {
    return stamp;
  }

  /** Returns the path of the file. */
  public Path path() {
    return path;
  }

  /**
   * Returns a copy of words on the heap, which later changes of the file do not affect.
   *
   * @param from offset in bytes
   * @param size number of bytes
   * @throws VectorFormatException if the size is 2 GiB or more
   */
  public MemorySegment copy(long from, long size) throws IOException {
    if (size > Integer.MAX_VALUE - 16) {
      throw new VectorFormatException(path, "all its words together exceed 2 GiB");
    }
    byte[] copy = new byte[(int) size];
    bytes.asSlice(from, size).asByteBuffer().get(copy);
    stamp.check();
    return MemorySegment.ofArray(copy);
  }

  /** Returns the whole file. */
  public MemorySegment bytes() {
    return bytes;
  }

  /** Returns the size of the file in bytes. */
  public long size() {
    return bytes.byteSize();
  }

  /** Returns the offset of the next byte in the file. */
  public long offset() {
    return offset;
  }

  /** Returns the number of remaining bytes. */
  public long remaining() {
    return bytes.byteSize() - offset;
  }

  /** Returns the next byte. */
  public byte nextByte(String what) throws IOException {
    return window.at(skip(Byte.BYTES, what), Byte.BYTES).get();
  }

  /** Returns the next four bytes. */
  public int nextInt(String what) throws IOException {
    return window.at(skip(Integer.BYTES, what), Integer.BYTES).getInt();
  }

  /** Returns the next eight bytes. */
  public long nextLong(String what) throws IOException {
    return window.at(skip(Long.BYTES, what), Long.BYTES).getLong();
  }

  /** Returns the next eight bytes as a floating-point number. */
  public double nextDouble(String what) throws IOException {
    return window.at(skip(Double.BYTES, what), Double.BYTES).getDouble();
  }

  /**
   * Returns the bytes up to the next 0, which is skipped.
   *
   * @throws VectorFormatException if there are more than {@link #LONGEST_WORD}
   */
  public byte[] nextWord(String what) throws IOException {
    long end = offset;
    long last = Math.min(bytes.byteSize(), offset + LONGEST_WORD + 1);
    ByteBuffer word = window.at(offset, (int) (last - offset));
    while (end < last && word.get() != 0) {
      end++;
    }
    if (end - offset > LONGEST_WORD) {
      throw VectorFormatException.atByte(
          path,
          offset,
          String.format(
              Locale.ROOT,
              "expected %s and a zero byte, found none in %d bytes",
              what,
              LONGEST_WORD));
    }
    long start = skip(end - offset + 1, what);
    return bytes.asSlice(start, end - start).toArray(ValueLayout.JAVA_BYTE);
  }

  /** Returns the next bytes of the mapping, without copying. */
  public MemorySegment next(long size, String what) throws IOException {
    return bytes.asSlice(skip(size, what), size);
  }

  /** Skips bytes; returns the offset of the first one. */
  public long skip(long size, String what) throws IOException {
    if (size < 0 || size > bytes.byteSize() - offset) {
      throw VectorFormatException.atByte(
          path,
          bytes.byteSize(),
          String.format(
              Locale.ROOT,
              "the file ends within %s, which takes %s bytes from byte %d on",
              what,
              Long.toUnsignedString(size),
              offset));
    }
    long start = offset;
    offset += size;
    return start;
  }

  /** Checks that no bytes remain. */
  public void expectEnd() throws IOException {
    if (offset < bytes.byteSize()) {
      throw VectorFormatException.atByte(
          path,
          offset,
          String.format(
              Locale.ROOT,
              "expected the end of the file, %d bytes follow",
              bytes.byteSize() - offset));
    }
  }

  /**
   * Creates an exception about the item read last.
   *
   * @param size number of bytes of that item
   */
  public VectorFormatException before(long size, String problem) {
    return VectorFormatException.atByte(path, offset - size, problem);
  }
}
