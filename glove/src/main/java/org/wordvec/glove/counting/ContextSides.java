package org.wordvec.glove.counting;

/** The sides of a word on which its context lies. */
public enum ContextSides {
  /** Both: word and context of every pair change places too, so the counts are symmetric. */
  BOTH,
  /** To the left alone: the first word of an entry stood to the left of the second. */
  LEFT
}
