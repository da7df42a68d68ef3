package org.wordvec.corpora.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.wordvec.corpora.reading.UndecodableTextException;

/**
 * A part of a source's text that ends at a token boundary, in a buffer that its worker reuses.
 *
 * <p>The text is followed by {@value #PADDING} line feeds, so that a scanner may read words of
 * eight bytes and always finds a separator.
 */
public final class TextBlock {
  /** Number of padding bytes after the text. */
  public static final int PADDING = 16;

  public byte[] bytes;
  public int length;
  public long sequence;
  public long offset;
  public String source = "";

  private final int capacity;

  /**
   * Creates an empty block.
   *
   * @param capacity nominal capacity in bytes
   */
  public TextBlock(int capacity) {
    this.capacity = capacity;
    bytes = new byte[capacity + PADDING];
  }

  /** Returns the nominal capacity in bytes; a longer line makes the block grow. */
  public int capacity() {
    return capacity;
  }

  /** Ensures a capacity in bytes, keeping the content. */
  public void reserve(int wanted) {
    if (bytes.length - PADDING < wanted) {
      bytes = Arrays.copyOf(bytes, wanted + PADDING);
    }
  }

  /** Removes all text. */
  public void clear() {
    length = 0;
  }

  /** Adds text at the end. */
  public void append(byte[] from, int start, int end) {
    if (bytes.length - PADDING < length + end - start) {
      reserve(Math.max(2 * bytes.length, length + end - start));
    }
    System.arraycopy(from, start, bytes, length, end - start);
    length += end - start;
  }

  /** Adds text at the end. */
  public void append(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    append(added, 0, added.length);
  }

  /** Puts line feeds behind the text. */
  public void pad() {
    Arrays.fill(bytes, length, length + PADDING, (byte) '\n');
  }

  /** Creates an exception about a byte of the text. */
  public CorpusException failure(int at, String what) {
    return new CorpusException(message(at, what));
  }

  /** Creates an exception about a malformed byte, with a remedy. */
  UndecodableTextException undecodable(int at, String what, String remedy) {
    return new UndecodableTextException(
        message(at, what), remedy, StandardCharsets.UTF_8, offset, Arrays.copyOf(bytes, length));
  }

  /** Creates an exception about a byte of the text, with a cause. */
  public CorpusException failure(int at, String what, Throwable cause) {
    return new CorpusException(message(at, what), cause);
  }

  private String message(int at, String what) {
    return String.format(Locale.ROOT, "%s: byte %d: %s", source, offset + at, what);
  }
}
