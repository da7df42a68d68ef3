package org.wordvec.corpora.text;

/** There is nothing in a corpus to work on: no words, or none of a given vocabulary. */
public final class EmptyCorpusException extends CorpusException {
  private static final long serialVersionUID = 1;

  public EmptyCorpusException(String message) {
    super(message);
  }
}
