package org.wordvec.vectors;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Takes lines {@code word v1 … vD} apart, from the right, since a word may hold spaces. Not safe
 * for use by several threads.
 */
final class TextRow {
  private static final int LONGEST_SHOWN = 40;
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?(nan(\\(.*\\))?|inf(inity)?)", Pattern.CASE_INSENSITIVE);

  /** A word may well end in 2.0 or 3.14, but not in so many digits. */
  private static final Pattern COMPONENT = Pattern.compile("[-+]?\\d*\\.(\\d{4,}|\\d+[eE]-?\\d+)");

  private final float[] values;
  private int wordEnd;

  TextRow(int dimensions) {
    values = new float[dimensions];
  }

  /** The values of the line last parsed. */
  float[] values() {
    return values;
  }

  /** Where the word of the line last parsed ends. */
  int wordEnd() {
    return wordEnd;
  }

  /** Parses a line. */
  void parse(byte[] bytes, int from, int to) throws RowException {
    int end = trimmed(bytes, from, to);
    for (int column = values.length - 1; column >= 0; column--) {
      int start = fieldStart(bytes, from, end);
      if (start == from) {
        throw fieldCount(fields(bytes, from, to) - 1);
      }
      values[column] = number(bytes, start, end, column);
      end = trimmed(bytes, from, start);
    }
    if (end == from) {
      throw new RowException("has no word before its values");
    }
    int lastPart = fieldStart(bytes, from, end);
    if (lastPart > from && COMPONENT.matcher(text(bytes, lastPart, end)).matches()) {
      throw fieldCount(values.length + 1);
    }
    wordEnd = end;
  }

  /** How many fields at the end of a line are numbers, the first field being a word at any rate. */
  static int trailingNumbers(byte[] bytes, int from, int to) {
    int count = 0;
    int end = trimmed(bytes, from, to);
    for (int start = fieldStart(bytes, from, end);
        start > from && !Float.isNaN(Decimal.parse(bytes, start, end));
        start = fieldStart(bytes, from, end)) {
      count++;
      end = trimmed(bytes, from, start);
    }
    return count;
  }

  private RowException fieldCount(int found) {
    String values = this.values.length == 1 ? "1 value" : this.values.length + " values";
    return new RowException(
        found < 0
            ? "is empty; expected a word and " + values
            : "expected a word and " + values + ", found " + found);
  }

  private static int fields(byte[] bytes, int from, int to) {
    int count = 0;
    for (int end = trimmed(bytes, from, to); end > from; count++) {
      end = trimmed(bytes, from, fieldStart(bytes, from, end));
    }
    return count;
  }

  private static float number(byte[] bytes, int start, int end, int column) throws RowException {
    float value = Decimal.parse(bytes, start, end);
    if (Float.isFinite(value)) {
      return value;
    }
    String field = text(bytes, start, end);
    boolean infinite = Float.isInfinite(value) || NOT_FINITE.matcher(field).matches();
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

  private static boolean isSeparator(byte character) {
    return character == ' ' || character == '\t';
  }
}
