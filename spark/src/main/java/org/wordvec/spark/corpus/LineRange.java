package org.wordvec.spark.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the lines that begin in a range of a stream's bytes. Where two ranges touch, each line is
 * in one of them as a whole: the one that has its first byte.
 */
final class LineRange extends FilterInputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final long lastBegin;
  private final long firstLine;
  private long position;
  private int from;
  private int to;
  private boolean ended;

  /**
   * Creates the stream and finds the first line.
   *
   * @param in positioned at {@code start - 1}, or at 0 if that is the start
   * @param end lines that begin here or later are not in the range
   */
  LineRange(InputStream in, long start, long end) throws IOException {
    super(in);
    this.lastBegin = end;
    this.position = Math.max(0, start - 1);
    if (start > 0) {
      skipLine();
    }
    ended = ended || position >= lastBegin;
    firstLine = position;
  }

  /** Returns the byte at which the first line begins. */
  long firstLine() {
    return firstLine;
  }

  /** Skips all bytes up to the first line feed. */
  private void skipLine() throws IOException {
    while (fill()) {
      int at = lineFeed(from);
      position += Math.min(at + 1, to) - from;
      from = Math.min(at + 1, to);
      if (at < to) {
        return;
      }
    }
    ended = true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended || !fill()) {
      return -1;
    }
    int count = Math.min(length, to - from);
    // A line feed at the byte before the end, or later, ends the last line.
    if (position + count >= lastBegin) {
      int at = lineFeed(from + (int) Math.max(0, lastBegin - 1 - position));
      if (at < from + count) {
        count = at + 1 - from;
        ended = true;
      }
    }
    System.arraycopy(buffer, from, target, offset, count);
    from += count;
    position += count;
    return count;
  }

  /** Returns the position of the next line feed in the buffer, or the buffer's end. */
  private int lineFeed(int place) {
    int at = place;
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    return to > 0;
  }
}
