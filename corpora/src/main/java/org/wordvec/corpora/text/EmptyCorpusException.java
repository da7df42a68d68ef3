package org.wordvec.corpora.text;

/** Thrown if a corpus contains no words, or none of a given vocabulary. */
public final class EmptyCorpusException extends CorpusException {
  private static final long serialVersionUID = 1;

  /** Creates an exception with a message of one line. */
  public EmptyCorpusException(String message) {
    super(message);
  }
}
