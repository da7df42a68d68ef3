package org.wordvec.cli;

/** What becomes of a question that has a word without a vector. */
enum UnknownWords {
  /** The program stops there. */
  ERROR,
  /** It is left out and counted. */
  SKIP,
  /** It gets a row without an answer. */
  EMPTY
}
