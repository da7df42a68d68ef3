package org.wordvec.corpora;

/** Hears of the reading of a corpus about ten times a second, on the thread that called. */
@FunctionalInterface
public interface ReadingProgress {
  /** Listens to nothing. */
  ReadingProgress NONE = (bytes, totalBytes, tokens) -> {};

  /**
   * Reports where reading stands.
   *
   * @param bytes read from files so far, before decompression
   * @param totalBytes of all files, or -1 if standard input is among them
   * @param tokens seen so far
   */
  void report(long bytes, long totalBytes, long tokens);
}
