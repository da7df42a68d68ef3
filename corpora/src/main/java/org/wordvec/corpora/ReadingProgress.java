package org.wordvec.corpora;

/** Receives progress reports about ten times a second, on the thread that called the encoder. */
@FunctionalInterface
public interface ReadingProgress {
  /** Ignores all reports. */
  ReadingProgress NONE = (bytes, totalBytes, tokens) -> {};

  /**
   * Receives the current progress.
   *
   * @param bytes number of bytes read so far, before decompression
   * @param totalBytes size of all files in bytes, or -1 if standard input is among them
   * @param tokens number of tokens read so far
   */
  void report(long bytes, long totalBytes, long tokens);
}
