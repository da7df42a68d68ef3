package org.wordvec.library.training;

/**
 * Wall seconds until there was something to train on.
 *
 * @param read to read the text and count its words
 * @param encode to replace words by their ids
 * @param count to count co-occurrences and arrange them, 0 for families that do not
 */
public record StageSeconds(double read, double encode, double count) {
  /** Is zero throughout: of what was there before. */
  static final StageSeconds NONE = new StageSeconds(0, 0, 0);

  /** Returns the same with co-occurrences. */
  StageSeconds withCount(double seconds) {
    return new StageSeconds(read, encode, seconds);
  }
}
