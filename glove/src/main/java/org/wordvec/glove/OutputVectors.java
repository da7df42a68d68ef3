package org.wordvec.glove;

/** The vectors that training returns, of the two of each word. */
public enum OutputVectors {
  /** The sum of both, GloVe's choice: section 4.2 of the paper. */
  SUM,
  /** The vector of the word. */
  WORD,
  /** The word's vector and behind it the one as a context: twice as long. */
  BOTH
}
