package org.wordvec.corpora;

/** There is nothing in a corpus to work on: no words, or none of a given vocabulary. */
public final class EmptyCorpusException extends CorpusException {
  private static final long serialVersionUID = 1;

  EmptyCorpusException(String message) {
    super(message);
  }
}
