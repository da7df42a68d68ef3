package org.wordvec.cli.base;

/** How queries with a word without a vector are handled. */
public enum UnknownWords {
  /** The program stops with an error. */
  ERROR,
  /** The query is skipped and counted. */
  SKIP,
  /** The query gets a row without a result. */
  EMPTY
}
