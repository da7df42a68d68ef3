package org.wordvec.corpora;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes text, and says where it is malformed. */
final class Utf8 {
  /** Stands in the place of what is malformed. */
  static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /** The text {@code [start, end)} of a block, with {@link #REPLACEMENT} for malformed bytes. */
  static String decode(TextBlock block, int start, int end) {
    return new String(block.bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Whether {@code [start, end)} of a block is valid. */
  static boolean isValid(TextBlock block, int start, int end) {
    return firstError(block, start, end) < 0;
  }

  /**
   * Checks {@code [start, end)} of a block.
   *
   * @throws CorpusException naming the first malformed byte
   */
  static void check(TextBlock block, int start, int end) throws CorpusException {
    int error = firstError(block, start, end);
    if (error >= 0) {
      throw block.failure(error, "not valid UTF-8; --encoding-errors=replace or skip would go on");
    }
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
