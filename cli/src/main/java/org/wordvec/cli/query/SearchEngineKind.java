package org.wordvec.cli.query;

/** Whose matrix products. */
enum SearchEngineKind {
  WORDVEC,
  ND4J
}
