package org.wordvec.corpora.tokenizing;

/** What becomes of decimal digits. */
public enum Digits {
  /** They stay. */
  KEEP,
  /** Each becomes a 0, so that numbers of the same length are one word. */
  ZERO,
  /** Words of digits, points and commas alone are left out. */
  DROP
}
