package org.wordvec.corpora.reading;

/** What to do with a token that is not valid UTF-8. */
public enum EncodingErrors {
  /** Fail, naming file and byte. */
  STRICT,
  /** Put U+FFFD in the place of each malformed sequence. */
  REPLACE,
  /** Leave the token out. */
  SKIP
}
