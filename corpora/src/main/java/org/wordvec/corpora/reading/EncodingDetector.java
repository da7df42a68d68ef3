package org.wordvec.corpora.reading;

import java.nio.charset.Charset;
import java.util.Optional;

/** Detects the encoding of text. A service that is found by {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface EncodingDetector {
  /**
   * Returns the likely encoding of a text, or nothing if it cannot be detected.
   *
   * @param beginning first bytes of the text
   */
  Optional<Charset> detect(byte[] beginning);
}
