package org.wordvec.corpora.tokenizing;

/**
 * How punctuation and symbols are handled. Emoji are words, and the symbols of C++ and C# belong to
 * words.
 */
public enum Punctuation {
  /** Keeps punctuation. */
  KEEP,
  /** Removes punctuation from the ends of words; words of punctuation alone are left out. */
  DROP
}
