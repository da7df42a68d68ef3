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
 * A file format of another library, read and written by that library through a plug-in.
 *
 * <p>Plug-ins are found by {@link java.util.ServiceLoader}, so that they cost nothing unless they
 * are installed.
 */
public non-sealed interface ForeignFormat extends VectorFormat {
  /**
   * Reads a file.
   *
   * @param arena owns the matrix
   * @throws VectorFormatException if the file is damaged, or requires far more memory than its size
   *     justifies
   * @throws IOException if the file cannot be read
   */
  WordVectors read(Path path, Arena arena) throws IOException;

  /**
   * Reads a table of Deeplearning4j's files: a line with the numbers of rows and columns, then rows
   * as in word2vec text, with words in Base64 or plain.
   *
   * @param path file that contains the table, for messages
   * @param text opens the table
   * @param format format of the file
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
   * Reads a file with all of its rows, and notes on its irregularities.
   *
   * @param arena owns the matrix
   */
  default Opened openWhole(Path path, Arena arena) throws IOException {
    return new Opened(this, read(path, arena));
  }

  /**
   * Reads a file as {@link VectorFormat#detect} does: later rows of a repeated word are left out.
   *
   * @param arena owns the matrix
   */
  default Opened open(Path path, Arena arena) throws IOException {
    return DuplicateWords.remove(openWhole(path, arena), path, arena);
  }

  /**
   * Writes vectors with the counts of their words, otherwise as {@link #write(WordVectors, Path)}
   * does.
   *
   * @param counts count of each word
   * @throws IllegalArgumentException if the numbers of words and counts differ
   */
  void write(WordVectors vectors, long[] counts, Path path) throws IOException;
}
