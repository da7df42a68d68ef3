package org.wordvec.corpora.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.wordvec.corpora.reading.UndecodableTextException;

/** Decodes and validates UTF-8. */
public final class Utf8 {
  /** Replaces malformed bytes. */
  public static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /**
   * Returns the text {@code [start, end)} of a block, with {@link #REPLACEMENT} for malformed
   * bytes.
   */
  public static String decode(TextBlock block, int start, int end) {
    return new String(block.bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /**
   * Checks {@code [start, end)} of a block.
   *
   * @throws UndecodableTextException if it is malformed; names the first malformed byte
   */
  public static void check(TextBlock block, int start, int end) throws UndecodableTextException {
    int error = firstError(block, start, end);
    if (error >= 0) {
      throw block.undecodable(
          error, "not valid UTF-8", "--encoding-errors=replace or skip would go on");
    }
  }

  /** Returns whether {@code [start, end)} of a block is well formed. */
  public static boolean isValid(TextBlock block, int start, int end) {
    return firstError(block, start, end) < 0;
  }

  /** Creates an exception about a NUL byte, which is white space unless errors are strict. */
  public static UndecodableTextException nul(TextBlock block, int at) {
    return block.undecodable(
        at,
        "a NUL byte, where text was expected",
        "--encoding-errors=replace or skip would take it for white space");
  }

  private static int firstError(TextBlock block, int start, int end) {
    ByteBuffer buffer = ByteBuffer.wrap(block.bytes, start, end - start);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(buffer);
      return -1;
    } catch (CharacterCodingException e) {
      return buffer.position();
    }
  }
}
