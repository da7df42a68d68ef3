package org.wordvec.corpora.reading;

import java.nio.charset.Charset;
import java.util.Optional;

/** Tells the encoding of text. A service, found through {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface EncodingDetector {
  /** What the first bytes of a text look like, or nothing if that cannot be told. */
  Optional<Charset> detect(byte[] beginning);
}
