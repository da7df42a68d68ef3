package org.wordvec.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

/**
 * Pairs of words with similarities that people gave them, such as WordSim-353 or SimLex-999.
 *
 * @param pairs in the order of the file
 */
public record WordPairs(List<Pair> pairs) {
  private static final Pattern TAB = Pattern.compile("\t");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,15}(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,2})?");

  /** Takes over the pairs. */
  public WordPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two words and how similar people find them.
   *
   * @param score on any scale
   */
  public record Pair(String first, String second, double score) {}

  /**
   * Reads lines of two words and a number between tabs, commas or spaces; of further columns the
   * first number counts. Empty lines, lines that begin with {@code #} and a line of column names at
   * the top are skipped.
   *
   * @throws TextFileException if another line is no pair, or if there is no pair
   * @throws IOException if the file cannot be read
   */
  public static WordPairs read(TextFile file) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    try (NumberedLines lines = file.lines()) {
      boolean first = true;
      while (lines.next()) {
        String line = lines.text().strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        Optional<Pair> pair = pair(line);
        if (pair.isEmpty() && !first) {
          throw lines.failure("expected two words and a number, found \"" + line + '"');
        }
        // Only the first line may be column names.
        first = false;
        pair.ifPresent(pairs::add);
      }
    }
    if (pairs.isEmpty()) {
      throw file.failure("holds no pairs of words with a number");
    }
    return new WordPairs(pairs);
  }

  private static Optional<Pair> pair(String line) {
    List<String> fields = separator(line).splitAsStream(line).map(String::strip).toList();
    if (fields.size() < 3 || fields.get(0).isEmpty() || fields.get(1).isEmpty()) {
      return Optional.empty();
    }
    return fields.stream()
        .skip(2)
        .filter(field -> NUMBER.matcher(field).matches())
        .findFirst()
        .map(number -> new Pair(fields.get(0), fields.get(1), Double.parseDouble(number)));
  }

  // A pair between tabs may hold commas, and one between commas spaces, but not the other way.
  private static Pattern separator(String line) {
    if (line.indexOf('\t') >= 0) {
      return TAB;
    }
    return line.indexOf(',') >= 0 ? COMMA : SPACES;
  }
}
