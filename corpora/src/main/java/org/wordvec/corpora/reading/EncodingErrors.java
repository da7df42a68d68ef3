package org.wordvec.corpora.reading;

/** How a token that is not valid UTF-8 is handled. */
public enum EncodingErrors {
  /** Throws an error that names file and byte. */
  STRICT,
  /** Replaces each malformed sequence by U+FFFD. */
  REPLACE,
  /** Skips the token. */
  SKIP
}
