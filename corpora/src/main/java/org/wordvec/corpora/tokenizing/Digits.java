package org.wordvec.corpora.tokenizing;

/** How decimal digits are handled. */
public enum Digits {
  /** Keeps digits. */
  KEEP,
  /** Replaces each digit by 0, so that numbers of the same length are one word. */
  ZERO,
  /** Leaves out words that consist of digits, points and commas. */
  DROP
}
