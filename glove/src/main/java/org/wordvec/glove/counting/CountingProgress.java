package org.wordvec.glove.counting;

/** Receives the progress of counting about ten times a second, on the calling thread. */
@FunctionalInterface
public interface CountingProgress {
  /** Ignores progress. */
  CountingProgress NONE = (done, total) -> {};

  /** Receives how many parts of the work are done, of how many in all. */
  void report(long done, long total);
}
