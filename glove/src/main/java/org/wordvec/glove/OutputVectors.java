package org.wordvec.glove;

/** The vectors that training returns, of the two of each word. */
public enum OutputVectors {
  /** The sum of both, GloVe's choice: section 4.2 of the paper. */
  SUM("word+context"),
  /** The vector of the word. */
  WORD("word"),
  /** The word's vector and behind it the one as a context: twice as long. */
  BOTH("word,context");

  private final String spelling;

  OutputVectors(String spelling) {
    this.spelling = spelling;
  }

  /** Returns how options and reports spell it, such as {@code word+context}. */
  @Override
  public String toString() {
    return spelling;
  }
}
