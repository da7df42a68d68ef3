package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;
import org.wordvec.vectors.FileSection;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.Header;

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
   * Reads a table as Deeplearning4j's files hold one: a line with the numbers of rows and columns,
   * then rows as in word2vec's text, their words in Base64 or as they are.
   *
   * @param path the file that it is part of
   * @param format what that is
   * @param arena owns the matrix
   */
  static Opened readTable(Path path, FileSection text, VectorFormat format, Arena arena)
      throws IOException {
    try (ByteReader in = ByteReader.of(path, text)) {
      Optional<Header> header = in.nextLine() ? Header.ofTable(in.lineBytes()) : Optional.empty();
      if (header.isEmpty()) {
        throw VectorFormatException.atLine(
            path, 1, "the numbers of words and of dimensions were expected");
      }
      Opened opened = TextReader.read(in, TextLayout.ofTable(header.get()), null, arena);
      return new Opened(format, opened.vectors(), opened.notes());
    }
  }

  /**
   * Reads a file, and what is odd about it.
   *
   * @param arena owns the matrix
   */
  default Opened openWhole(Path path, Arena arena) throws IOException {
    return new Opened(this, read(path, arena));
  }

  /**
   * Reads a file as {@link VectorFormat#detect} does: of two rows of a word the first counts.
   *
   * @param arena owns the matrix
   */
  default Opened open(Path path, Arena arena) throws IOException {
    return DuplicateWords.remove(openWhole(path, arena), path, arena);
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
