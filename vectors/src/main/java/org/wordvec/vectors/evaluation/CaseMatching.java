package org.wordvec.vectors.evaluation;

/** Whether {@code Paris} and {@code paris} are the same word in an evaluation. */
public enum CaseMatching {
  /**
   * They are: words are compared in upper case, and of several spellings the first, most frequent
   * one stands for all, as in compute-accuracy of word2vec.
   */
  FOLDED,

  /** They are not. */
  EXACT
}
