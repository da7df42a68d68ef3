package org.wordvec.vectors.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes lines {@code word v1 … vD} apart, from the right, since a word may hold spaces. Not safe
 * for use by several threads.
 */
public final class TextRow {
  /** What stands between fields. */
  public static final String SEPARATORS = " \t";

  private static final int LONGEST_SHOWN = 40;
  private final float[] values;
  private int wordEnd;

  public TextRow(int dimensions) {
    values = new float[dimensions];
  }

  /** Returns the values of the line last parsed. */
  public float[] values() {
    return values;
  }

  /** Returns where the word of the line last parsed ends. */
  public int wordEnd() {
    return wordEnd;
  }

  /**
   * Parses a line. A word may hold spaces, but does not end in a number behind one: that is a value
   * too many.
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

  /** Parses a line of a matrix, which has no words. */
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
   * Parses the values at the end of a line, and tells where the rest ends.
   *
   * @param word where a field is a word, whatever it looks like
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
   * Returns how many fields at the end of a line are numbers, the first field being a word at any
   * rate.
   */
  public static int trailingNumbers(byte[] bytes, int from, int to) {
    int numbers = numbersAtEnd(bytes, from, to);
    boolean all = numbers > 0 && numbers == fields(bytes, from, to);
    return all && from < to && !isSeparator(bytes[from]) ? numbers - 1 : numbers;
  }

  /** Returns how many fields at the end of a line are numbers. */
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

  /** Returns whether a field is a number, finite or not; what ends in "infinity" may be a name. */
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

  /** Returns whether there is nothing but separators. */
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

  /** Returns where what stands before so many fields at the end of a line ends. */
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
    String shown = field.length() > LONGEST_SHOWN ? field.substring(0, LONGEST_SHOWN) + "…" : field;
    // No format: a binary file comes here as well, when its format is found out.
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
