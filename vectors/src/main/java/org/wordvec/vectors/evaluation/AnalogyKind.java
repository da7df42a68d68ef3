package org.wordvec.vectors.evaluation;

/** The kind of a section of analogy questions, which its name determines. */
public enum AnalogyKind {
  /** Semantic: any name that is not syntactic. */
  SEMANTIC,
  /** Syntactic: the name begins with {@code gram}. */
  SYNTACTIC,
  /** Unknown: the section has no name. */
  OTHER
}
