package org.wordvec.corpora.text;

import org.wordvec.corpora.reading.TextFileException;

/**
 * Thrown if a corpus or vocabulary cannot be used; the message names the file, the position and
 * what was expected.
 */
public sealed class CorpusException extends TextFileException permits EmptyCorpusException {
  private static final long serialVersionUID = 1;

  /** Creates an exception with a message of one line. */
  public CorpusException(String message) {
    super(message);
  }

  /** Creates an exception with a message of one line and a cause. */
  public CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
