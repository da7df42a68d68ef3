package org.wordvec.cli.train;

/** Which objective was named, before its numbers are known. */
enum ObjectiveKind {
  NEGATIVE_SAMPLING,
  HIERARCHICAL_SOFTMAX
}
