package org.wordvec.cli.base;

/** What becomes of a question that has a word without a vector. */
public enum UnknownWords {
  /** The program stops there. */
  ERROR,
  /** It is left out and counted. */
  SKIP,
  /** It gets a row without an answer. */
  EMPTY
}
