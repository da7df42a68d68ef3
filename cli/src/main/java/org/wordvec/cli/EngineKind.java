package org.wordvec.cli;

/** Whose trainer. */
enum EngineKind {
  WORDVEC,
  DEEPLEARNING4J
}
