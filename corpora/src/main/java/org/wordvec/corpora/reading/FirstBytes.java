package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;

/**
 * Looks at the beginning of a stream, and at no more of it than is needed: whoever types questions
 * waits for an answer to the first line, however short it is.
 */
final class FirstBytes {
  private FirstBytes() {}

  /** Returns whether a stream begins with these bytes; its next byte stays the same. */
  static boolean are(BufferedInputStream stream, int... expected) throws IOException {
    stream.mark(expected.length);
    boolean equal = true;
    for (int i = 0; i < expected.length && equal; i++) {
      equal = stream.read() == expected[i];
    }
    stream.reset();
    return equal;
  }
}
