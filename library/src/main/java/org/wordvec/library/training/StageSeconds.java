package org.wordvec.library.training;

/**
 * Wall-clock seconds of the stages before training.
 *
 * @param read to read the text and count its words
 * @param encode to replace words by ids
 * @param count to count and arrange co-occurrences; 0 for families without counts
 */
public record StageSeconds(double read, double encode, double count) {
  /** Zero for all stages. */
  static final StageSeconds NONE = new StageSeconds(0, 0, 0);

  /** Returns these seconds with those for counting. */
  StageSeconds withCount(double seconds) {
    return new StageSeconds(read, encode, seconds);
  }
}
