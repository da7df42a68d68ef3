package org.wordvec.vectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.vectors.WordPairs.Pair;

/** The rows of a table of word pairs. */
final class PairRows {
  private static final int PEEK = 1 << 16;
  private static final char WHITE_SPACE = ' ';

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,15}([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d{1,2})?");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final TextFile file;
  private final char delimiter;
  private final List<Pair> pairs = new ArrayList<>();
  private int first;
  private int second = 1;

  /** Where the score is; -1 before that is known. */
  private int score = -1;

  private boolean atTop = true;
  private int names;

  /** The first row, for as long as all look as if a decimal comma had cut the score in two. */
  private @Nullable TextFileException cutScore;

  private boolean allCut = true;

  private PairRows(TextFile file, char delimiter) {
    this.file = file;
    this.delimiter = delimiter;
  }

  static List<Pair> read(TextFile file, CsvDialect dialect, List<String> columns)
      throws IOException {
    try (BufferedInputStream text = file.utf8()) {
      char delimiter = dialect.delimiter().orElse(seen(text, dialect));
      PairRows rows = new PairRows(file, delimiter);
      if (delimiter != WHITE_SPACE) {
        rows.readTable(CsvRows.open(text, file.name(), dialect.delimitedBy(delimiter)), columns);
      } else if (columns.isEmpty()) {
        rows.readLines(TextFile.of(text, file.name()).lines());
      } else {
        throw file.failure("has no columns between tabs, commas or semicolons");
      }
      return rows.complete();
    }
  }

  /** What stands between the columns of the first line that is not empty and no remark. */
  private static char seen(BufferedInputStream text, CsvDialect dialect) throws IOException {
    text.mark(PEEK);
    String beginning = new String(text.readNBytes(PEEK), StandardCharsets.ISO_8859_1);
    text.reset();
    String line =
        beginning
            .lines()
            .filter(one -> !one.isBlank() && !one.startsWith("#"))
            .findFirst()
            .orElse("");
    if (dialect.quote().isPresent()) {
      String quote = Pattern.quote(dialect.quote().get().toString());
      line = line.replaceAll(quote + ".*?" + quote, "");
    }
    for (char sign : new char[] {'\t', ';', ','}) {
      if (line.chars().filter(letter -> letter == sign).count() >= 2) {
        return sign;
      }
    }
    return WHITE_SPACE;
  }

  private void readTable(CsvRows rows, List<String> columns) throws IOException {
    if (!columns.isEmpty()) {
      int[] places = rows.columns(columns);
      first = places[0];
      second = places[1];
      score = places[2];
    }
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        cells.add(rows.text(i).strip());
      }
      if (!take(cells)) {
        throw rows.failure(expected(cells));
      }
      checkScore(cells, rows);
    }
  }

  private void readLines(NumberedLines lines) throws IOException {
    while (lines.next()) {
      List<String> cells = Arrays.asList(lines.text().strip().split("\\s+"));
      if (!take(cells)) {
        throw lines.failure(expected(cells));
      }
    }
  }

  private String expected(List<String> cells) {
    String found = String.join(Character.toString(delimiter), cells);
    return "expected two words and a number, found \"" + found + '"';
  }

  /** Takes a row, if it is one or may be passed over. */
  private boolean take(List<String> cells) {
    if (cells.getFirst().startsWith("#") || cells.stream().allMatch(String::isEmpty)) {
      return true;
    }
    Optional<Pair> pair = pair(cells);
    pair.ifPresent(pairs::add);
    // Only the first row may be column names.
    boolean taken = pair.isPresent() || atTop;
    names = pair.isEmpty() && atTop ? cells.size() : names;
    atTop = false;
    return taken;
  }

  private Optional<Pair> pair(List<String> cells) {
    if (score < 0) {
      score = firstNumber(cells);
    }
    if (score < 0
        || Math.max(Math.max(first, second), score) >= cells.size()
        || cells.get(first).isEmpty()
        || cells.get(second).isEmpty()
        || !NUMBER.matcher(cells.get(score)).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(cells.get(score).replace(',', '.'));
    return Optional.of(new Pair(cells.get(first), cells.get(second), value));
  }

  private static int firstNumber(List<String> cells) {
    for (int i = 2; i < cells.size(); i++) {
      if (NUMBER.matcher(cells.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether {@code king,queen,8,5} means 8 or 8.5 cannot be told. */
  private void checkScore(List<String> cells, CsvRows rows) {
    if (pairs.isEmpty()) {
      return;
    }
    allCut &=
        delimiter == ','
            && cells.size() == 4
            && names != 4
            && score == 2
            && WHOLE.matcher(cells.get(2)).matches()
            && WHOLE.matcher(cells.get(3)).matches();
    if (allCut && cutScore == null) {
      cutScore =
          rows.failure(
              "is \"%s,%s\" one number or two? write a decimal point, or name the four columns in"
                      .formatted(cells.get(2), cells.get(3))
                  + " the first row");
    }
  }

  private List<Pair> complete() throws TextFileException {
    if (pairs.isEmpty()) {
      throw file.failure("holds no pairs of words with a number");
    }
    if (allCut && cutScore != null) {
      throw cutScore;
    }
    return pairs;
  }
}
