package org.wordvec.word2vec;

/** Which of the two models of Mikolov et al. 2013 (arXiv:1301.3781, section 3) is trained. */
public enum Architecture {
  /** Each word of a window predicts the word in the middle (section 3.2). */
  SKIP_GRAM("skipgram"),
  /** The mean of a window's words predicts the word in the middle (section 3.1). */
  CBOW("cbow");

  private final String spelling;

  Architecture(String spelling) {
    this.spelling = spelling;
  }

  /** Returns how options and reports spell it: {@code skipgram} or {@code cbow}. */
  @Override
  public String toString() {
    return spelling;
  }
}
