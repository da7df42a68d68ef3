package org.wordvec.vectors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/**
 * The file layout of another library, read and written by that library itself through a bridge.
 *
 * <p>Bridges are found by {@link java.util.ServiceLoader}, so that nobody else pays for them.
 */
public non-sealed interface ForeignFormat extends VectorFormat {
  /**
   * Reads a file.
   *
   * @param arena owns the matrix
   * @throws VectorFormatException if the file is damaged, or asks for far more memory than its size
   *     justifies
   * @throws IOException if the file cannot be read
   */
  WordVectors read(Path path, Arena arena) throws IOException;

  /**
   * Reads a file as {@link VectorFormat#detect} does: of two rows of a word the first counts.
   *
   * @param arena owns the matrix
   */
  default Opened open(Path path, Arena arena) throws IOException {
    return RepeatedWords.leftOut(new Opened(this, read(path, arena)), arena);
  }

  /**
   * Writes vectors along with how often each word occurred, as {@link #write(WordVectors, Path)}
   * does without.
   *
   * @param counts one for each word
   * @throws IllegalArgumentException if there are not as many counts as words
   */
  void write(WordVectors vectors, long[] counts, Path path) throws IOException;
}
