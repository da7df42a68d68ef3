package org.wordvec.library.text;

import java.nio.file.Path;

/**
 * Receives progress and notes while text is read and counted, on the thread that called. Every
 * method does nothing unless it is overridden.
 */
public interface ReadingListener {
  /**
   * Receives how far a text has been read, about ten times a second.
   *
   * @param bytes read from files so far, before decompression
   * @param totalBytes of all files, or -1 if standard input is among them
   * @param tokens seen so far
   */
  default void reading(long bytes, long totalBytes, long tokens) {}

  /** Receives how many parts of the counting of co-occurrences are done. */
  default void counting(long done, long total) {}

  /** Receives a line for people: what was found, or a warning that begins with {@code warning:}. */
  default void note(String line) {}

  /** Receives what looks wrong with a file that could be read all the same. */
  default void problem(Path file, String line) {}
}
