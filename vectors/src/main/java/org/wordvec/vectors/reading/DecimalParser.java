package org.wordvec.vectors.reading;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;

/**
 * Parses decimal numbers as the nearest float32.
 *
 * <p>Most numbers in files have few digits: m / 10ⁿ with m below 2⁵³ and n up to 22 are both exact
 * doubles, so that one division gives the nearest double (Clinger 1990, "How to Read Floating Point
 * Numbers Accurately", section 3). Rounding that to float32 is exact too, unless the double lies
 * half-way between two floats, where it may be the result of rounding. Those few and all longer
 * numbers go to a general parser, which takes three times as long.
 */
final class DecimalParser {
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int MOST_DIGITS = 18;
  private static final long BELOW_FLOAT = (1L << 29) - 1;
  private static final long HALF_WAY = 1L << 28;

  private DecimalParser() {}

  /**
   * Returns the number in bytes {@code [start, end)}: infinite if it is too large, NaN if it is not
   * a number.
   */
  static float parse(byte[] bytes, int start, int end) {
    int first = start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
    long mantissa = 0;
    int point = end;
    int at = first;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
      } else if (bytes[at] == '.' && point == end) {
        point = at;
      } else {
        break;
      }
    }
    int fraction = Math.max(0, at - point - 1);
    int digits = at - first - (point < end ? 1 : 0);
    // More digits could overflow the mantissa. An exponent or letter ends the loop early.
    if (at < end || digits < 1 || digits > MOST_DIGITS || mantissa > LARGEST_EXACT) {
      return general(bytes, start, end);
    }
    double quotient = mantissa / POWERS[fraction];
    boolean halfWay = (Double.doubleToRawLongBits(quotient) & BELOW_FLOAT) == HALF_WAY;
    boolean subnormal = quotient < Float.MIN_NORMAL && mantissa != 0;
    if (halfWay || subnormal) {
      return general(bytes, start, end);
    }
    return (float) (bytes[start] == '-' ? -quotient : quotient);
  }

  private static float general(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      // The parser would also accept Java's hexadecimal numbers, suffixes, blanks and names.
      if (!isDecimal(bytes[i])) {
        return Float.NaN;
      }
    }
    try {
      return JavaFloatParser.parseFloat(bytes, start, end - start);
    } catch (NumberFormatException noNumber) {
      return Float.NaN;
    }
  }

  private static boolean isDecimal(byte character) {
    return switch (character) {
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.', 'e', 'E' -> true;
      default -> false;
    };
  }
}
