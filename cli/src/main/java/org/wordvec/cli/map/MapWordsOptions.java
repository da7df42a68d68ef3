package org.wordvec.cli.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.text.CsvOptions;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import picocli.CommandLine.Option;

/** Options for the words on a map. */
final class MapWordsOptions extends CsvOptions {
  private static final int DEFAULT_TOP = 500;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "Draw the N most frequent words (default: "
              + DEFAULT_TOP
              + ", or none with --words or --neighbors-of).")
  @Nullable Integer top;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description =
          "Draw the words in this file, one per line or, with --words-column, one per row; - is"
              + " standard input (default: none).")
  @Nullable Path words;

  @Option(
      names = "--words-column",
      paramLabel = "COLUMN",
      description =
          "The column that holds the words if the --words file is CSV or TSV: its name in the"
              + " header row, or its number from 1 if the first row is data (default: read lines).")
  @Nullable String column;

  @Option(
      names = "--neighbors-of",
      paramLabel = "WORD",
      description =
          "Draw and highlight this word, and draw its nearest neighbours; can be repeated (default:"
              + " none).")
  List<String> centres = new ArrayList<>();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Number of neighbours for each --neighbors-of (default: ${DEFAULT-VALUE} words).")
  int count;

  void check() {
    if (count < 1 || (top != null && top < 1)) {
      throw new IllegalArgumentException("--top and -k must be at least 1");
    }
    if (column != null && words == null) {
      throw new IllegalArgumentException("--words-column needs --words");
    }
    requireTable(column != null, "--words-column");
  }

  /** Returns the words in a file. */
  List<String> listed(TextFile file) throws IOException {
    List<String> listed = new ArrayList<>();
    if (column == null) {
      try (NumberedLines lines = file.lines()) {
        while (lines.next()) {
          listed.add(lines.text().strip());
        }
      }
    } else {
      try (CsvRows rows = CsvRows.open(file, dialect())) {
        int place = rows.columns(List.of(column))[0];
        while (rows.next()) {
          listed.add(rows.text(place).strip());
        }
      }
    }
    listed.removeIf(String::isEmpty);
    return listed;
  }

  /** Returns how many of the most frequent words to draw. */
  int top() {
    if (top != null) {
      return top;
    }
    return words == null && centres.isEmpty() ? DEFAULT_TOP : 0;
  }
}
