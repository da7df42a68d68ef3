package org.wordvec.senses.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

/**
 * A word in a context, tagged with its sense.
 *
 * @param word as in the file; a part of speech may follow after a dot
 * @param sense name of the sense
 * @param left text before the word
 * @param right text after it
 */
public record TaggedContext(String word, String sense, String left, String right) {
  private static final List<String> COLUMNS = List.of("word", "sense", "left", "right");

  /**
   * Reads a table with a header and the columns {@code word}, {@code sense}, {@code left} and
   * {@code right}, among others; TSV without quotes, unless the name says CSV.
   *
   * @throws TextFileException if a column is missing, a row is damaged or there is none
   */
  public static List<TaggedContext> read(TextFile file) throws IOException {
    boolean isCsv = file.name().matches("(?i).*\\.csv(\\.\\w+)?");
    CsvDialect dialect =
        isCsv
            ? CsvDialect.RFC_4180
            : new CsvDialect(
                Optional.of('\t'), Optional.empty(), Optional.empty(), CsvDialect.Header.YES);
    List<TaggedContext> contexts = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(file, dialect)) {
      int[] columns = rows.columns(COLUMNS);
      while (rows.next()) {
        if (rows.text(columns[0]).isBlank() || rows.text(columns[1]).isBlank()) {
          throw TextFileException.atLine(file.name(), rows.number(), "has no word or no sense");
        }
        contexts.add(
            new TaggedContext(
                rows.text(columns[0]).strip(),
                rows.text(columns[1]).strip(),
                rows.text(columns[2]),
                rows.text(columns[3])));
      }
    }
    if (contexts.isEmpty()) {
      throw file.failure("has no context; expected rows of word, sense, left and right");
    }
    return contexts;
  }

  /** Returns the word without its part of speech. */
  String lemma() {
    int dot = word.lastIndexOf('.');
    return dot > 0 ? word.substring(0, dot) : word;
  }
}
