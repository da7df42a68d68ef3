package org.wordvec.vectors.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.wordvec.corpora.reading.PrintableText;

/**
 * Parses lines {@code word v1 … vD} from the right, since a word may contain spaces. Not safe for
 * use by several threads.
 */
public final class TextRow {
  /** Separators of fields. */
  public static final String SEPARATORS = " \t";

  private final float[] values;
  private int wordEnd;

  /** Creates a parser for rows with a number of values. */
  public TextRow(int dimensions) {
    values = new float[dimensions];
  }

  /** Returns the values of the line last parsed. */
  public float[] values() {
    return values;
  }

  /** Returns the end of the word of the line last parsed. */
  public int wordEnd() {
    return wordEnd;
  }

  /**
   * Parses a line. A word may contain spaces, but not end in a space and a number, which counts as
   * an excess value.
   */
  public void parse(byte[] bytes, int from, int to) throws RowException {
    int end = parseValues(bytes, from, to, from);
    if (end == from) {
      throw RowException.withoutWord();
    }
    int lastPart = fieldStart(bytes, from, end);
    if (lastPart > from && isNumber(bytes, lastPart, end)) {
      throw fieldCount(numbersAtEnd(bytes, from, to));
    }
    wordEnd = end;
  }

  /** Parses a line of a matrix without words. */
  public void parseNumbers(byte[] bytes, int from, int to) throws RowException {
    int found = fields(bytes, from, to);
    if (found != values.length) {
      throw new RowException(
          String.format(
              Locale.ROOT,
              "expected %d numbers, as in the lines before, found %d",
              values.length,
              found));
    }
    parseValues(bytes, from, to, -1);
    wordEnd = from;
  }

  /**
   * Parses the values at the end of a line, and returns the end of the text before them.
   *
   * @param word index of a field that is a word in any case
   */
  private int parseValues(byte[] bytes, int from, int to, int word) throws RowException {
    int end = trimmed(bytes, from, to);
    for (int column = values.length - 1; column >= 0; column--) {
      int start = fieldStart(bytes, from, end);
      if (start == word) {
        throw fieldCount(fields(bytes, from, to) - 1);
      }
      values[column] = number(bytes, start, end, column);
      end = trimmed(bytes, from, start);
    }
    return end;
  }

  /**
   * Returns the number of fields at the end of a line that are numbers, where the first field is
   * always a word.
   */
  public static int trailingNumbers(byte[] bytes, int from, int to) {
    int numbers = numbersAtEnd(bytes, from, to);
    boolean all = numbers > 0 && numbers == fields(bytes, from, to);
    return all && from < to && !isSeparator(bytes[from]) ? numbers - 1 : numbers;
  }

  /** Returns the number of fields at the end of a line that are numbers. */
  public static int numbersAtEnd(byte[] bytes, int from, int to) {
    int count = 0;
    int end = trimmed(bytes, from, to);
    while (end > from) {
      int start = fieldStart(bytes, from, end);
      if (!isNumber(bytes, start, end)) {
        return count;
      }
      count++;
      end = trimmed(bytes, from, start);
    }
    return count;
  }

  /**
   * Returns whether a field is a number, finite or not; a field that ends in "infinity" may be a
   * word.
   */
  private static boolean isNumber(byte[] bytes, int start, int end) {
    return !Float.isNaN(DecimalParser.parse(bytes, start, end))
        || (end - start <= "-inf".length() && isNotFinite(text(bytes, start, end)));
  }

  private static boolean isNotFinite(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    String name = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
    return name.equals("nan")
        || name.equals("inf")
        || name.equals("infinity")
        || (name.startsWith("nan(") && name.endsWith(")"));
  }

  private RowException fieldCount(int found) {
    String values = this.values.length == 1 ? "1 value" : this.values.length + " values";
    return new RowException(
        found < 0
            ? "is empty; expected a word and " + values
            : "expected a word and " + values + ", found " + found);
  }

  /** Returns whether there are only separators. */
  public static boolean isBlank(byte[] bytes, int from, int to) {
    return trimmed(bytes, from, to) == from;
  }

  static int fields(byte[] bytes, int from, int to) {
    int count = 0;
    for (int end = trimmed(bytes, from, to); end > from; count++) {
      end = trimmed(bytes, from, fieldStart(bytes, from, end));
    }
    return count;
  }

  /** Returns the end of the text before the last {@code fields} fields of a line. */
  public static int wordEnd(byte[] bytes, int from, int to, int fields) {
    int end = trimmed(bytes, from, to);
    for (int field = 0; field < fields; field++) {
      end = trimmed(bytes, from, fieldStart(bytes, from, end));
    }
    return end;
  }

  private static float number(byte[] bytes, int start, int end, int column) throws RowException {
    float value = DecimalParser.parse(bytes, start, end);
    if (Float.isFinite(value)) {
      return value;
    }
    String field = text(bytes, start, end);
    boolean infinite = Float.isInfinite(value) || isNotFinite(field);
    String shown = PrintableText.shortened(field);
    // No String.format: this is called for binary files as well, while the format is detected.
    throw new RowException(
        "value "
            + (column + 1)
            + " is \""
            + shown
            + "\", "
            + (infinite ? "not a finite float32" : "not a number"),
        infinite);
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static int fieldStart(byte[] bytes, int from, int end) {
    int start = end;
    while (start > from && !isSeparator(bytes[start - 1])) {
      start--;
    }
    return start;
  }

  private static int trimmed(byte[] bytes, int from, int end) {
    int last = end;
    while (last > from && isSeparator(bytes[last - 1])) {
      last--;
    }
    return last;
  }

  static boolean isSeparator(byte character) {
    return character == ' ' || character == '\t';
  }
}
