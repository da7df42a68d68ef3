package org.wordvec.vectors.evaluation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.CsvRows;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.vectors.evaluation.WordPairs.Pair;

/** Reads the rows of a table of word pairs. */
final class PairRows {
  private static final int PEEK = 1 << 16;
  private static final char WHITE_SPACE = ' ';

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,15}([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d{1,2})?");

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,9}");
  private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2},\\d{3}");

  /** Matches a column name; not a placeholder for a missing number or a misspelled number. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?is)(?![-+]?(nan|#?n/?a|inf|infinity|null|none)$)(?![-+]?[.,]?\\d).*\\p{L}.*");

  private final TextFile file;
  private final char delimiter;
  private final List<Pair> pairs = new ArrayList<>();
  private int first;
  private int second = 1;

  /** Index of the score column; -1 before it is known. */
  private int score = -1;

  private final CsvDialect.Header header;
  private boolean atTop = true;
  private int comments;

  /** Number of column names. */
  private int names;

  /** An error about the first row in which a decimal comma seems to have split the score. */
  private @Nullable TextFileException cutScore;

  /** Whether a row has additional columns for another reason. */
  private boolean wider;

  private PairRows(TextFile file, char delimiter, CsvDialect.Header header) {
    this.file = file;
    this.delimiter = delimiter;
    this.header = header;
  }

  static WordPairs read(TextFile file, CsvDialect dialect, List<String> columns)
      throws IOException {
    try (BufferedInputStream text = file.utf8()) {
      Optional<Character> named = CsvRows.namedDelimiter(text, dialect);
      char delimiter = dialect.delimiter().or(() -> named).orElse(seen(text, dialect));
      PairRows rows = new PairRows(file, delimiter, dialect.header());
      if (delimiter != WHITE_SPACE || named.isPresent()) {
        rows.readTable(CsvRows.open(text, file.name(), dialect.delimitedBy(delimiter)), columns);
      } else if (columns.isEmpty()) {
        rows.readLines(TextFile.of(text, file.name()).lines());
      } else {
        throw file.failure("has no columns between tabs, commas or semicolons");
      }
      return rows.complete();
    }
  }

  /** Returns the delimiter of the first line that is neither empty nor a comment. */
  private static char seen(BufferedInputStream text, CsvDialect dialect) throws IOException {
    text.mark(PEEK);
    String beginning = new String(text.readNBytes(PEEK), StandardCharsets.ISO_8859_1);
    text.reset();
    List<String> lines = beginning.lines().filter(one -> !one.isBlank()).toList();
    String line =
        lines.stream()
            .filter(one -> !one.startsWith("#"))
            .findFirst()
            .or(() -> lines.stream().filter(one -> !one.startsWith("# ")).findFirst())
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
      names = rows.named();
      atTop = false;
    }
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        cells.add(rows.text(i).strip());
      }
      // Manually assembled lists have tabs in one line and spaces in the next.
      boolean spaced = columns.isEmpty() && cells.size() == 1;
      take(spaced ? Arrays.asList(cells.getFirst().split("\\s+")) : cells, rows::failure);
    }
  }

  private void readLines(NumberedLines lines) throws IOException {
    while (lines.next()) {
      List<String> cells = Arrays.asList(lines.text().strip().split("\\s+"));
      take(cells, lines::failure);
    }
  }

  private String expected(List<String> cells) {
    String found = String.join(Character.toString(delimiter), cells);
    return "expected two words and a number, found \"" + found + '"';
  }

  /** Adds a row, or skips a comment or header. */
  private void take(List<String> cells, Function<String, TextFileException> failure)
      throws TextFileException {
    if (cells.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (isComment(cells)) {
      comments++;
      return;
    }
    boolean named = atTop && areNames(cells);
    atTop = false;
    if (named) {
      names = width(cells);
      return;
    }
    pairs.add(pair(cells).orElseThrow(() -> failure.apply(expected(cells))));
    checkScore(cells, failure);
  }

  /**
   * Returns whether a row is a comment. A pair may begin with a hash, as in #tag; it has the form
   * of the other rows.
   */
  private boolean isComment(List<String> cells) {
    if (!cells.getFirst().startsWith("#")) {
      return false;
    }
    boolean spaced =
        cells.getFirst().startsWith("# ")
            || (delimiter == WHITE_SPACE && cells.getFirst().equals("#"));
    return spaced || !isPair(cells, score < 0 ? 2 : score);
  }

  private boolean areNames(List<String> cells) {
    return switch (header) {
      case YES -> true;
      case NO -> false;
      case AUTO ->
          width(cells) > 2
              && cells.subList(2, width(cells)).stream()
                  .allMatch(cell -> NAME.matcher(cell).matches());
    };
  }

  /** Returns the number of cells without empty ones at the end. */
  private static int width(List<String> cells) {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  private Optional<Pair> pair(List<String> cells) {
    if (score < 0) {
      score = firstNumber(cells);
    }
    if (score < 0 || !isPair(cells, score)) {
      return Optional.empty();
    }
    double value = Double.parseDouble(cells.get(score).replace(',', '.'));
    return Optional.of(new Pair(cells.get(first), cells.get(second), value));
  }

  private boolean isPair(List<String> cells, int place) {
    return Math.max(Math.max(first, second), place) < cells.size()
        && !cells.get(first).isEmpty()
        && !cells.get(second).isEmpty()
        && NUMBER.matcher(cells.get(place)).matches();
  }

  private static int firstNumber(List<String> cells) {
    for (int i = 2; i < cells.size(); i++) {
      if (NUMBER.matcher(cells.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Rejects ambiguous scores: {@code king,queen,8,5} may mean 8 or 8.5, and 1,234 may be a thousand
   * or a fraction.
   */
  private void checkScore(List<String> cells, Function<String, TextFileException> failure)
      throws TextFileException {
    String number = cells.get(score);
    if (THOUSANDS.matcher(number).matches()) {
      throw failure.apply(
          "is \"%s\" %s or %s? write it so"
              .formatted(number, number.replace(",", ""), number.replace(',', '.')));
    }
    if (delimiter != ',' || names > 3 || width(cells) < 4) {
      return;
    }
    boolean cut =
        width(cells) == 4
            && score == 2
            && WHOLE.matcher(number).matches()
            && WHOLE.matcher(cells.get(3)).matches();
    wider |= !cut;
    if (cut && cutScore == null) {
      cutScore =
          failure.apply(
              "is \"%s,%s\" one number or two? write a decimal point, or name the four columns in"
                      .formatted(number, cells.get(3))
                  + " the first row");
    }
  }

  private WordPairs complete() throws TextFileException {
    if (pairs.isEmpty()) {
      throw file.failure("holds no pairs of words with a number");
    }
    if (!wider && cutScore != null) {
      throw cutScore;
    }
    return new WordPairs(pairs, comments);
  }
}
