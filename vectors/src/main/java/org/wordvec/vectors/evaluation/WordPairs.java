package org.wordvec.vectors.evaluation;

import java.io.IOException;
import java.util.List;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.TextFile;

/**
 * Pairs of words with human similarity ratings, such as WordSim-353 or SimLex-999.
 *
 * @param pairs pairs in the order of the file
 * @param comments number of comment lines of the file
 */
public record WordPairs(List<Pair> pairs, int comments) {
  /** Copies the pairs. */
  public WordPairs {
    pairs = List.copyOf(pairs);
  }

  /** Creates pairs without comments. */
  public WordPairs(List<Pair> pairs) {
    this(pairs, 0);
  }

  /**
   * Two words and the human rating of their similarity.
   *
   * @param score rating on any scale
   */
  public record Pair(String first, String second, double score) {}

  /**
   * Reads a table of two words and a score, detecting its delimiter.
   *
   * @throws TextFileException if a row is not a pair, or if there is no pair
   * @throws IOException if the file cannot be read
   */
  public static WordPairs read(TextFile file) throws IOException {
    return read(file, CsvDialect.RFC_4180, List.of());
  }

  /**
   * Reads a table of two words and a score. By default the delimiter is detected in the first line:
   * tabs, semicolons, commas or white space; the words are the first two columns and the score is
   * the first column of numbers. A first line {@code sep=;} declares the delimiter. Lines that
   * begin with {@code #} are comments if a space follows or they are not a pair. Empty lines and a
   * row of column names at the top are skipped; unless the dialect says whether there are names,
   * the first row contains names if it has one in place of the score.
   *
   * @param dialect syntax of the table
   * @param columns columns of the two words and the score, as for {@link CsvRows#columns}, or empty
   * @throws TextFileException if a row is not a pair, or if there is no pair
   * @throws IOException if the file cannot be read
   */
  public static WordPairs read(TextFile file, CsvDialect dialect, List<String> columns)
      throws IOException {
    return PairRows.read(file, dialect, columns);
  }
}
