package org.wordvec.vectors.evaluation;

import java.io.IOException;
import java.util.List;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

/**
 * Pairs of words with similarities that people gave them, such as WordSim-353 or SimLex-999.
 *
 * @param pairs in the order of the file
 * @param comments how many lines of the file were taken for comments
 */
public record WordPairs(List<Pair> pairs, int comments) {
  /** Takes over the pairs. */
  public WordPairs {
    pairs = List.copyOf(pairs);
  }

  /** Without comments. */
  public WordPairs(List<Pair> pairs) {
    this(pairs, 0);
  }

  /**
   * Two words and how similar people find them.
   *
   * @param score on any scale
   */
  public record Pair(String first, String second, double score) {}

  /**
   * Reads a table of two words and a score, with whatever stands between its columns.
   *
   * @throws TextFileException if a row is no pair, or if there is no pair
   * @throws IOException if the file cannot be read
   */
  public static WordPairs read(TextFile file) throws IOException {
    return read(file, CsvDialect.RFC_4180, List.of());
  }

  /**
   * Reads a table of two words and a score. Where nothing else is said, what stands between its
   * columns is what is seen in the first line: tabs, semicolons, commas or white space; the words
   * are the first two columns and the score the first one of numbers. A first line {@code sep=;}
   * names what stands between columns. Lines that begin with {@code #} are comments where a space
   * follows or they are no pair. Empty lines and a row of column names at the top are skipped;
   * where the dialect does not say whether there are names, they are those where a score would be.
   *
   * @param dialect how the table is written
   * @param columns those of the two words and the score, as {@link CsvRows#columns} has them, or
   *     none
   * @throws TextFileException if a row is no pair, or if there is no pair
   * @throws IOException if the file cannot be read
   */
  public static WordPairs read(TextFile file, CsvDialect dialect, List<String> columns)
      throws IOException {
    return PairRows.read(file, dialect, columns);
  }
}
