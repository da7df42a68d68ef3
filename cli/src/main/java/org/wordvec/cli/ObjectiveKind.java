package org.wordvec.cli;

/** Which objective was named, before its numbers are known. */
enum ObjectiveKind {
  NEGATIVE_SAMPLING,
  HIERARCHICAL_SOFTMAX
}
