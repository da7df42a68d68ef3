package org.wordvec.vectors.evaluation;

/** Whether an evaluation ignores case. */
public enum CaseMatching {
  /**
   * Ignores case: words are compared in upper case, and of several spellings the first, most
   * frequent one is used, as in word2vec's compute-accuracy.
   */
  FOLDED,

  /** Compares words exactly. */
  EXACT
}
