package org.wordvec.glove;

/** Hears of counting about ten times a second, on the thread that called. */
@FunctionalInterface
public interface CountingProgress {
  /** Listens to nothing. */
  CountingProgress NONE = (done, total) -> {};

  /** Reports how many parts of the work are done. */
  void report(long done, long total);
}
