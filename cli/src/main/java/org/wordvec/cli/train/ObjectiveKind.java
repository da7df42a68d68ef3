package org.wordvec.cli.train;

/** Names of the objectives. */
enum ObjectiveKind {
  NEGATIVE_SAMPLING,
  HIERARCHICAL_SOFTMAX
}
