package org.wordvec.vectors.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.SampledLines;
import org.wordvec.vectors.reading.TextRow;

/** Finds the words of a matrix in a text file. */
final class MatrixWords {
  // Unlike for NumPy arrays, NAME.txt may be the matrix itself or the rows that it was made from.
  private static final List<String> EXTENSIONS = List.of(".metadata.tsv", ".vocab");

  private MatrixWords() {}

  /** Returns the file that the user names, or the one beside the matrix. */
  static VocabularyFile find(Path matrix, @Nullable Path named) throws VectorFormatException {
    if (named != null) {
      return new VocabularyFile(named, matrix);
    }
    Optional<VocabularyFile> beside = beside(matrix);
    if (beside.isPresent()) {
      return beside.get();
    }
    throw new VectorFormatException(
        matrix,
        "contains numbers without words, and neither %s nor %s with one word per line is beside it;"
                .formatted(
                    VocabularyFile.beside(matrix, EXTENSIONS.get(0)).getFileName(),
                    VocabularyFile.beside(matrix, EXTENSIONS.get(1)).getFileName())
            + " wordvec convert takes another with --vocabulary");
  }

  private static Optional<VocabularyFile> beside(Path matrix) {
    for (String extension : EXTENSIONS) {
      Path beside = VocabularyFile.beside(matrix, extension);
      if (Files.isRegularFile(beside)) {
        return Optional.of(new VocabularyFile(beside, matrix));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether a file beside a matrix contains words for its rows: as many as there are rows,
   * and not the integers with which the rows begin.
   *
   * @param above number of lines above the rows
   */
  static boolean areBeside(Path matrix, SampledLines rows, int above) throws IOException {
    Optional<VocabularyFile> words = beside(matrix);
    if (words.isEmpty()) {
      return false;
    }
    String first = firstField(rows.first());
    long count = 0;
    try (NumberedLines lines = TextFile.at(words.get().path()).lines()) {
      while (lines.next()) {
        if (count++ == 0 && firstField(lines.bytes()).equals(first)) {
          return false;
        }
      }
    }
    return count == rows(matrix) - above;
  }

  private static String firstField(byte[] line) {
    return new StringTokenizer(new String(line, StandardCharsets.ISO_8859_1) + " -").nextToken();
  }

  private static long rows(Path matrix) throws IOException {
    try (ByteReader in = ByteReader.open(matrix)) {
      long rows = 0;
      while (in.nextLine()) {
        rows += TextRow.isBlank(in.window(), in.lineStart(), in.lineEnd()) ? 0 : 1;
      }
      return rows;
    }
  }
}
