package org.wordvec.vectors.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.TextRow;
import org.wordvec.vectors.reading.WordSyntax;

/**
 * Detects the syntax of words in a text file. If the first lines indicate anything unusual, all
 * lines are examined, as a word may itself begin with a quote.
 */
final class WordSyntaxDetector {
  /** Minimum number of rows for row numbers, as fewer words may be numbers by chance. */
  private static final int ENOUGH_NUMBERS = 3;

  private final int dimensions;
  private long rows;
  private long padded;
  private long quoted;
  private long quotedBehindNumber;
  private long firstUnquoted;
  private long numbered;
  private long firstNumber = -1;
  private int column = -1;
  private boolean flushRight = true;

  private WordSyntaxDetector(int dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * Detects the syntax in a file.
   *
   * @param layout layout of the file as far as it is known
   * @param sampled first rows of the file
   */
  static WordSyntax of(ByteReader in, TextLayout layout, List<byte[]> sampled) throws IOException {
    if (layout.wordless() || layout.encoded() || layout.dimensions() > Header.MOST_DIMENSIONS) {
      return WordSyntax.PLAIN;
    }
    int dimensions = (int) layout.dimensions();
    WordSyntaxDetector first = new WordSyntaxDetector(dimensions);
    for (byte[] line : sampled) {
      first.add(line, 0, line.length, 0);
    }
    if (first.isPlain()) {
      return layout.isNamed()
          ? new WordSyntax(false, false, false, true, List.of())
          : WordSyntax.PLAIN;
    }
    WordSyntaxDetector all = new WordSyntaxDetector(dimensions);
    all.addAll(in, layout.hasHead());
    return all.form(layout.isNamed());
  }

  private void addAll(ByteReader file, boolean head) throws IOException {
    boolean above = head;
    try (ByteReader in = ByteReader.open(file.path())) {
      while (in.nextLine()) {
        if (!TextRow.isBlank(in.window(), in.lineStart(), in.lineEnd())) {
          if (!above) {
            add(in.window(), in.lineStart(), in.lineEnd(), in.line());
          }
          above = false;
        }
      }
    } catch (VectorFormatException broken) {
      // The reader of the rows reports the error.
      return;
    }
  }

  private void add(byte[] bytes, int from, int to, long line) {
    int end = TextRow.wordEnd(bytes, from, to, dimensions);
    if (end == from) {
      return;
    }
    rows++;
    int start = WordSyntax.behindBlanks(bytes, from, end);
    padded += start > from ? 1 : 0;
    int width = new String(bytes, from, end - from, StandardCharsets.UTF_8).length();
    flushRight &= column < 0 || column == width;
    column = width;
    if (WordSyntax.isQuoted(bytes, start, end)) {
      quoted++;
    } else if (firstUnquoted == 0) {
      firstUnquoted = line;
    }
    int number = WordSyntax.behindNumber(bytes, start, end);
    int behind = WordSyntax.behindBlanks(bytes, number, end);
    if (number > start && behind > number && behind < end) {
      quotedBehindNumber += WordSyntax.isQuoted(bytes, behind, end) ? 1 : 0;
      numbered += isNext(new String(bytes, start, number - start, StandardCharsets.UTF_8)) ? 1 : 0;
    }
  }

  /** Returns whether this is the number of the next row, counted from 0 or 1. */
  private boolean isNext(String number) {
    String digits = number.replace("\"", "");
    if (rows == 1 && (digits.equals("0") || digits.equals("1"))) {
      firstNumber = Integer.parseInt(digits);
    }
    return firstNumber >= 0 && digits.equals(Long.toString(firstNumber + rows - 1));
  }

  private boolean isPlain() {
    return padded == 0 && 2 * quoted < Math.max(1, rows) && !isNumbered();
  }

  private boolean isNumbered() {
    return rows >= ENOUGH_NUMBERS && numbered == rows;
  }

  private WordSyntax form(boolean table) {
    List<String> notes = new ArrayList<>();
    boolean blanks = rows > 0 && (padded == rows || (padded > 0 && flushRight));
    if (blanks) {
      notes.add("lines begin with blanks, which are not part of the words");
    }
    if (isNumbered()) {
      notes.add("words follow the numbers of their rows, which are left out");
    }
    long inQuotes = isNumbered() ? quotedBehindNumber : quoted;
    boolean quotes = rows > 0 && inQuotes == rows;
    if (quotes) {
      notes.add("every word is in double quotes, which are not part of the words");
    } else if (2 * inQuotes >= Math.max(1, rows) && !table) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d of %d words are in double quotes, but not that of line %d, so that the quotes"
                  + " are kept as parts of words",
              inQuotes,
              rows,
              firstUnquoted));
    }
    return new WordSyntax(blanks, isNumbered(), quotes, table, notes);
  }
}
