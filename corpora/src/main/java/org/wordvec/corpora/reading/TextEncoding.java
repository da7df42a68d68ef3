package org.wordvec.corpora.reading;

import java.nio.charset.Charset;

/** The character encoding of a source. UTF-16 with a byte order mark is always detected. */
public sealed interface TextEncoding {
  /** UTF-8, which needs no conversion. */
  TextEncoding UTF_8 = new Utf8Bytes();

  /** UTF-8. */
  record Utf8Bytes() implements TextEncoding {}

  /** A given character set. */
  record Named(Charset charset) implements TextEncoding {}

  /**
   * An encoding detected from the beginning of each source: UTF-8 if that is valid, else the result
   * of the detector.
   *
   * @param detector detects the encoding of text that is not UTF-8
   */
  record Detected(EncodingDetector detector) implements TextEncoding {}
}
