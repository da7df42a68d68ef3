package org.wordvec.cli;

/** Whose matrix products. */
enum SearchEngineKind {
  WORDVEC,
  ND4J
}
