package org.wordvec.cli.query;

/** Search backends. */
enum SearchEngineKind {
  WORDVEC,
  ND4J
}
