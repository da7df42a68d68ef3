package org.wordvec.vectors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the words of a matrix that is text. */
final class MatrixWords {
  // NAME.txt, where NumPy's arrays have theirs, may be the matrix itself or the rows it came from.
  private static final List<String> EXTENSIONS = List.of(".metadata.tsv", ".vocab");

  private MatrixWords() {}

  /** The file that the user names, or else the one beside the matrix. */
  static VocabularyFile find(Path matrix, @Nullable Path named) throws VectorFormatException {
    if (named != null) {
      return new VocabularyFile(named, matrix);
    }
    for (String extension : EXTENSIONS) {
      Path beside = VocabularyFile.beside(matrix, extension);
      if (Files.isRegularFile(beside)) {
        return new VocabularyFile(beside, matrix);
      }
    }
    throw new VectorFormatException(
        matrix,
        "holds numbers without words, and beside it there is neither %s nor %s with a word a line;"
                .formatted(
                    VocabularyFile.beside(matrix, EXTENSIONS.get(0)).getFileName(),
                    VocabularyFile.beside(matrix, EXTENSIONS.get(1)).getFileName())
            + " wordvec convert takes another with --vocabulary");
  }
}
