package org.wordvec.corpora.reading;

import java.nio.charset.Charset;

/**
 * How characters are bytes in a source. UTF-16 that begins with a byte order mark is always known.
 */
public sealed interface TextEncoding {
  /** UTF-8, which is read as it is. */
  TextEncoding UTF_8 = new Utf8Bytes();

  /** UTF-8. */
  record Utf8Bytes() implements TextEncoding {}

  /** A given character set. */
  record Named(Charset charset) implements TextEncoding {}

  /**
   * What each source's beginning looks like: UTF-8 if it is valid, else what the detector says.
   *
   * @param detector answers for the first bytes of a text, or not if it cannot tell
   */
  record Detected(EncodingDetector detector) implements TextEncoding {}
}
