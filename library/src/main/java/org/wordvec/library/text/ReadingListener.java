package org.wordvec.library.text;

import java.nio.file.Path;

/**
 * Receives progress and notes while text is read and counted, on the calling thread. The default
 * methods do nothing.
 */
public interface ReadingListener {
  /**
   * Receives the progress of reading, about ten times per second.
   *
   * @param bytes read from files so far, before decompression
   * @param totalBytes of all files, or -1 if standard input is among them
   * @param tokens read so far
   */
  default void reading(long bytes, long totalBytes, long tokens) {}

  /** Receives the progress of counting co-occurrences, in parts of the work. */
  default void counting(long done, long total) {}

  /** Receives a line for display: a result, or a warning that begins with {@code warning:}. */
  default void note(String line) {}

  /** Receives a problem of a file that could be read nevertheless. */
  default void problem(Path file, String line) {}
}
