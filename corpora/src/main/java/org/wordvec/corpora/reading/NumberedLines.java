package org.wordvec.corpora.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the lines of a {@link TextFile}. Reads no further than necessary, so that interactive
 * queries are answered one by one. Not safe for use by several threads.
 */
public final class NumberedLines implements Closeable {
  /** Maximum number of bytes of a line. */
  private static final int LONGEST = 16 << 20;

  private static final char REPLACEMENT = '\ufffd';

  private final String name;
  private final InputStream in;
  private byte[] window = new byte[1 << 13];
  private int position;
  private int limit;
  private int start;
  private int end;
  private long number;

  /** Whether a following line feed belongs to the carriage return before it. */
  private boolean afterReturn;

  NumberedLines(String name, InputStream utf8) {
    this.name = name;
    this.in = utf8;
  }

  /**
   * Advances to the next line; returns whether there is one.
   *
   * @throws TextFileException if the line is longer than 16 MiB or contains a NUL byte, or if the
   *     file is damaged
   */
  public boolean next() throws IOException {
    int scanned = 0;
    while (true) {
      skipLineFeed();
      for (int i = position + scanned; i < limit; i++) {
        byte b = window[i];
        if (b == '\n' || b == '\r') {
          afterReturn = b == '\r';
          return line(i, i + 1);
        }
        if (b == 0) {
          throw TextFileException.atLine(
              name,
              number + 1,
              "a NUL byte, where text was expected; if it is UTF-16, convert it to UTF-8");
        }
      }
      scanned = limit - position;
      if (scanned > LONGEST) {
        throw TextFileException.atLine(
            name, number + 1, "is longer than " + (LONGEST >> 20) + " MiB; is it a list of lines?");
      }
      if (!fill()) {
        return scanned > 0 && line(limit, limit);
      }
    }
  }

  private void skipLineFeed() {
    if (afterReturn && position < limit) {
      position += window[position] == '\n' ? 1 : 0;
      afterReturn = false;
    }
  }

  private boolean line(int lineEnd, int next) {
    start = position;
    end = lineEnd;
    position = next;
    number++;
    return true;
  }

  /** Moves the remaining bytes to the front and reads at least one more. */
  private boolean fill() throws IOException {
    int kept = limit - position;
    if (position > 0) {
      System.arraycopy(window, position, window, 0, kept);
    } else if (kept == window.length) {
      window = Arrays.copyOf(window, 2 * kept);
    }
    position = 0;
    limit = kept;
    try {
      int count = in.read(window, limit, window.length - limit);
      limit += Math.max(0, count);
      return count > 0;
    } catch (TextFileException namesTheFile) {
      throw namesTheFile;
    } catch (IOException e) {
      throw new TextFileException(
          String.format(
              Locale.ROOT,
              "%s: line %d: cannot be read: %s",
              name,
              number + 1,
              TextFileException.reason(e)),
          e);
    }
  }

  /** Returns the number of the current line, from 1. */
  public long number() {
    return number;
  }

  /**
   * Returns the current line without its line terminator.
   *
   * @throws TextFileException if it is not valid UTF-8
   */
  public String text() throws TextFileException {
    String text = new String(window, start, end - start, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      check();
    }
    return text;
  }

  private void check() throws TextFileException {
    ByteBuffer line = ByteBuffer.wrap(window, start, end - start);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(line);
    } catch (CharacterCodingException e) {
      throw new TextFileException(
          String.format(
              Locale.ROOT,
              "%s: line %d: byte 0x%02x is not valid UTF-8; convert the file to UTF-8",
              name,
              number,
              window[line.position()]),
          e);
    }
  }

  /** Returns the bytes of the current line, which may not be valid UTF-8. */
  public byte[] bytes() {
    return Arrays.copyOfRange(window, start, end);
  }

  /** Returns whether the next line, or the end, can be read without blocking. */
  public boolean isReady() throws IOException {
    skipLineFeed();
    return position < limit || in.available() > 0;
  }

  /** Creates an error that names the current line. */
  public TextFileException failure(String problem) {
    return TextFileException.atLine(name, number, problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
