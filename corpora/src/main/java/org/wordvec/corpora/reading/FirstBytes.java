package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Peeks at the beginning of a stream without reading more than needed, so that interactive input is
 * answered after the first line.
 */
final class FirstBytes {
  private static final int AT_HAND = 1 << 13;

  private FirstBytes() {}

  /** Returns whether a stream begins with the given bytes, without consuming them. */
  static boolean are(BufferedInputStream stream, int... expected) throws IOException {
    stream.mark(expected.length);
    boolean equal = true;
    for (int i = 0; i < expected.length && equal; i++) {
      equal = stream.read() == expected[i];
    }
    stream.reset();
    return equal;
  }

  /**
   * Returns the first line with its line terminator, at most {@code longest} bytes, without
   * consuming it.
   */
  static byte[] line(BufferedInputStream stream, int longest) throws IOException {
    stream.mark(longest);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int last = 0;
    while (line.size() < longest && last >= 0 && last != '\n' && last != '\r') {
      last = stream.read();
      if (last >= 0) {
        line.write(last);
      }
    }
    stream.reset();
    return line.toByteArray();
  }

  /** Returns the bytes that are available after waiting for at most the first one. */
  static byte[] atHand(BufferedInputStream stream) throws IOException {
    byte[] bytes = new byte[AT_HAND];
    stream.mark(AT_HAND);
    int count = stream.read(bytes, 0, AT_HAND);
    stream.reset();
    return Arrays.copyOf(bytes, Math.max(0, count));
  }
}
