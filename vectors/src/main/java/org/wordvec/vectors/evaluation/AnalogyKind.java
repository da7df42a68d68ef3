package org.wordvec.vectors.evaluation;

/** What a section of analogy questions is about, as its name tells. */
public enum AnalogyKind {
  /** Meaning: any name that is no sign of grammar. */
  SEMANTIC,
  /** Grammar: the name begins with {@code gram}. */
  SYNTACTIC,
  /** Unknown: the questions stand under no name. */
  OTHER
}
