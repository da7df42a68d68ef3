package org.wordvec.vectors.reading;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.wordvec.corpora.reading.MissingFile;
import org.wordvec.vectors.VectorFormatException;

/** Checks that a path names a regular file. */
final class RegularFile {
  private RegularFile() {}

  /**
   * Checks a path.
   *
   * @throws IOException if it is not a regular file; the message is one line and says what it is
   */
  static void require(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, MissingFile.reason(path));
    }
    if (!Files.isRegularFile(path)) {
      throw new VectorFormatException(path, problem(path));
    }
    if (!Files.isReadable(path)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  private static String problem(Path path) {
    if (!Files.isDirectory(path)) {
      return "is not a regular file";
    }
    boolean spacy =
        Files.exists(path.resolve("vocab/vectors")) || Files.exists(path.resolve("key2row"));
    return spacy
        ? "is a model of spaCy, which is not read; write a line of each key of nlp.vocab.vectors,"
            + " the word and its values"
        : "is a folder, not a regular file; name the file of vectors in it";
  }
}
