package org.wordvec.corpora;

/** What becomes of punctuation and symbols. */
public enum Punctuation {
  /** They stay where they are. */
  KEEP,
  /** They are cut off the ends of words; of a word of punctuation nothing is left. */
  DROP
}
