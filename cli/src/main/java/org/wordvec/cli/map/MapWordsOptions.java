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

/** Which words are on a map. */
final class MapWordsOptions extends CsvOptions {
  private static final int DEFAULT_TOP = 500;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "The N most frequent words (default: "
              + DEFAULT_TOP
              + ", or none with --words or --neighbors-of).")
  @Nullable Integer top;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description =
          "The words of this file, one on a line or, with --words-column, one in a row; - is"
              + " standard input (default: none).")
  @Nullable Path words;

  @Option(
      names = "--words-column",
      paramLabel = "COLUMN",
      description =
          "The column of --words if that is CSV or TSV: its name in the first row, or its number"
              + " from 1, where the first row is data (default: lines).")
  @Nullable String column;

  @Option(
      names = "--neighbors-of",
      paramLabel = "WORD",
      description =
          "This word, which is marked, and those nearest to it; may be given several times"
              + " (default: none).")
  List<String> centres = new ArrayList<>();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "N",
      defaultValue = "100",
      description = "Words for each --neighbors-of (default: ${DEFAULT-VALUE} words).")
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

  /** The words that are listed in a file. */
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

  /** How many of the most frequent words are wanted. */
  int top() {
    if (top != null) {
      return top;
    }
    return words == null && centres.isEmpty() ? DEFAULT_TOP : 0;
  }
}
