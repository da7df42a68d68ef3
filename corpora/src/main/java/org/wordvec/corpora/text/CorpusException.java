package org.wordvec.corpora.text;

import org.wordvec.corpora.reading.TextFileException;

/** A corpus or vocabulary that cannot be used; the message names file, place and expectation. */
public sealed class CorpusException extends TextFileException permits EmptyCorpusException {
  private static final long serialVersionUID = 1;

  /** With one line for the user. */
  public CorpusException(String message) {
    super(message);
  }

  public CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
