package org.wordvec.vectors.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.NamedChannel;
import org.wordvec.corpora.reading.Decompression;
import org.wordvec.corpora.reading.InputFile;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.vectors.FileSection;
import org.wordvec.vectors.VectorFormatException;

/**
 * Reads a file forwards through a window of bytes in little memory, decompressing it if necessary.
 * Not safe for use by several threads.
 */
public final class ByteReader implements Closeable {
  /** Maximum length of a line or row in bytes. */
  public static final int LONGEST = 16 << 20;

  private static final int USUAL_WINDOW = 1 << 20;

  /** Maximum compression ratio: rows of numbers never reach it, decompression bombs do. */
  private static final long LARGEST_RATIO = 1000;

  /** Number of decompressed bytes that is accepted with any compression ratio. */
  private static final long HARMLESS = 64 << 20;

  /** The byte order mark of UTF-8, with each byte as a character. */
  public static final String MARK_OF_UTF8 = "\u00ef\u00bb\u00bf";

  private final Path path;
  private final long size;
  private final boolean packed;
  private InputStream stream;
  private byte[] window = new byte[USUAL_WINDOW];
  private int position;
  private int limit;

  /** Whether the window contains the end of the file. */
  private boolean ended;

  private long consumed;
  private long line;
  private int lineStart;
  private int lineEnd;

  private final @Nullable FileSection text;

  private ByteReader(Path path, long size, boolean packed, @Nullable FileSection text)
      throws IOException {
    this.path = path;
    this.size = size;
    this.packed = packed;
    this.text = text;
    this.stream = stream();
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it is not a regular file or cannot be opened
   */
  public static ByteReader open(Path path) throws IOException {
    RegularFile.require(path);
    try (InputStream start = NamedChannel.input(path)) {
      boolean packed = FileKind.of(start.readNBytes(FileKind.MARK)) == FileKind.COMPRESSED;
      return new ByteReader(path, Files.size(path), packed, null);
    }
  }

  /**
   * Opens a text that is part of a file.
   *
   * @param path the file, for messages
   */
  public static ByteReader of(Path path, FileSection text) throws IOException {
    return new ByteReader(path, Files.size(path), true, text);
  }

  private InputStream stream() throws IOException {
    if (text != null) {
      return text.open();
    }
    InputStream file = packed ? InputFile.open(path) : NamedChannel.input(path);
    try {
      return packed ? Decompression.unpack(file) : file;
    } catch (IOException damaged) {
      file.close();
      throw unreadable(damaged);
    }
  }

  /** Returns the kind of the file, after decompression. */
  public FileKind kind() throws IOException {
    require(FileKind.MARK);
    return FileKind.of(
        Arrays.copyOfRange(window, position, Math.min(limit, position + FileKind.MARK)));
  }

  /** Returns whether the file is compressed, so that its size is unknown. */
  public boolean isPacked() {
    return packed;
  }

  /** Returns the path of the file. */
  public Path path() {
    return path;
  }

  /** Returns the size of the file on disk in bytes. */
  public long size() {
    return size;
  }

  /** Returns the offset of the next byte in the file. */
  public long offset() {
    return consumed + position;
  }

  /** Returns the number of remaining bytes, or an upper bound if the file is compressed. */
  long remaining() {
    return packed ? Long.MAX_VALUE / 2 : Math.max(0, size - offset());
  }

  /** Returns the window; the next byte is at {@link #position}. Valid until the next read. */
  public byte[] window() {
    return window;
  }

  /** Returns the index of the next byte in the window. */
  public int position() {
    return position;
  }

  /** Returns the end of the bytes in the window. */
  public int limit() {
    return limit;
  }

  /** Skips bytes of the window. */
  public void skip(int count) {
    position += count;
  }

  /** Skips newlines, with or without carriage returns. */
  public void skipLineBreaks() throws IOException {
    while (require(1)) {
      int end = behindLineBreak(window, position, limit);
      if (end == position && window[position] == '\r' && require(2)) {
        end = behindLineBreak(window, position, limit);
      }
      if (end == position) {
        return;
      }
      position = end;
    }
  }

  /**
   * Returns the index after a newline, with or without a carriage return before it, or {@code at}
   * if there is none.
   */
  static int behindLineBreak(byte[] bytes, int at, int to) {
    if (at < to && bytes[at] == '\n') {
      return at + 1;
    }
    return at + 1 < to && bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : at;
  }

  /** Restarts at the beginning of the file. */
  public void rewind() throws IOException {
    stream.close();
    stream = stream();
    position = 0;
    limit = 0;
    consumed = 0;
    line = 0;
    ended = false;
  }

  /**
   * Fills the window with at least {@code count} bytes if possible; returns whether that many are
   * available.
   */
  public boolean require(int count) throws IOException {
    if (limit - position < count) {
      refill(count);
    }
    return limit - position >= count;
  }

  /** Fills the window as {@link #require} does, but leaves errors to the read that reaches them. */
  public void lookAhead(int count) throws IOException {
    try {
      require(count);
    } catch (VectorFormatException damaged) {
      if (limit == position) {
        throw damaged;
      }
    }
  }

  /** Returns whether the window contains the end of the file. */
  public boolean isEnded() {
    return ended;
  }

  /**
   * Advances to the next line; returns whether there is one. Skips a byte order mark before the
   * first two lines.
   *
   * @throws VectorFormatException if the line is longer than {@link #LONGEST}
   */
  public boolean nextLine() throws IOException {
    // The mark also occurs after a header that was prepended to a file.
    if (line <= 1 && isAtMark()) {
      skip(MARK_OF_UTF8.length());
    }
    int scanned = 0;
    while (true) {
      for (int i = position + scanned; i < limit; i++) {
        if (window[i] == '\n') {
          return line(i, i + 1);
        }
      }
      scanned = limit - position;
      if (scanned >= LONGEST) {
        throw VectorFormatException.atLine(path, line + 1, "is longer than " + LONGEST + " bytes");
      }
      if (!require(scanned + 1)) {
        return scanned > 0 && line(limit, limit);
      }
    }
  }

  private boolean isAtMark() throws IOException {
    boolean equal = require(MARK_OF_UTF8.length());
    for (int i = 0; i < MARK_OF_UTF8.length() && equal; i++) {
      equal = window[position + i] == (byte) MARK_OF_UTF8.charAt(i);
    }
    return equal;
  }

  private boolean line(int end, int next) {
    lineStart = position;
    lineEnd = end > position && window[end - 1] == '\r' ? end - 1 : end;
    position = next;
    line++;
    return true;
  }

  /** Returns the number of the current line, from 1. */
  public long line() {
    return line;
  }

  /** Returns the index of the current line in the window. */
  public int lineStart() {
    return lineStart;
  }

  /** Returns the end of the current line in the window, without its line break. */
  public int lineEnd() {
    return lineEnd;
  }

  /** Returns a copy of the current line. */
  public byte[] lineBytes() {
    return Arrays.copyOfRange(window, lineStart, lineEnd);
  }

  private void refill(int count) throws IOException {
    if (ended && count <= window.length) {
      return;
    }
    int kept = limit - position;
    byte[] target = window;
    if (count > window.length) {
      target = new byte[(int) Math.min(Math.max(2L * window.length, count), LONGEST + 1L)];
    }
    System.arraycopy(window, position, target, 0, kept);
    window = target;
    consumed += position;
    position = 0;
    limit = kept;
    while (limit < window.length) {
      int read;
      try {
        read = read();
      } catch (IOException broken) {
        // The bytes before the damage are still available.
        if (limit < count) {
          throw broken;
        }
        return;
      }
      if (read < 0) {
        ended = true;
        break;
      }
      limit += read;
      checkRatio(consumed + limit);
    }
  }

  private void checkRatio(long unpacked) throws VectorFormatException {
    if (packed && unpacked > HARMLESS && unpacked / LARGEST_RATIO > size) {
      throw new VectorFormatException(
          path,
          String.format(
              Locale.ROOT,
              "unpacks to more than %d times its size, which no vectors do",
              LARGEST_RATIO));
    }
  }

  private int read() throws IOException {
    try {
      return stream.read(window, limit, window.length - limit);
    } catch (IOException damaged) {
      throw packed ? unreadable(damaged) : damaged;
    }
  }

  private VectorFormatException unreadable(IOException cause) {
    VectorFormatException e =
        new VectorFormatException(path, "cannot be unpacked: " + TextFileException.reason(cause));
    e.initCause(cause);
    return e;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
