package org.wordvec.corpora.tokenizing;

/** What becomes of punctuation and symbols. Emoji are words, and so are the signs of C++ and C#. */
public enum Punctuation {
  /** They stay where they are. */
  KEEP,
  /** They are cut off the ends of words; of a word of punctuation nothing is left. */
  DROP
}
