package org.wordvec.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a word2vec file, as it stands there: not yet believed. */
record Header(long rows, long dimensions) {
  /** More than ten times what anyone uses, and few enough that a row fits in memory. */
  static final int MOST_DIMENSIONS = 100_000;

  private static final int LONGEST = 64;
  private static final Pattern TWO_NUMBERS = Pattern.compile("(-?\\d+)[ \\t]+(-?\\d+)[ \\t]*");

  /** The header in these bytes, or nothing if they are no header. */
  static Optional<Header> parse(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return Optional.empty();
    }
    String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    Matcher matcher = TWO_NUMBERS.matcher(line);
    return matcher.matches()
        ? Optional.of(new Header(number(matcher.group(1)), number(matcher.group(2))))
        : Optional.empty();
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /**
   * Checks that the rest of the file can hold what the header promises, before any memory is taken.
   *
   * @param bytesPerValue the least that one value takes
   * @param bytesPerRow the least that a row takes besides
   */
  void check(ByteReader in, int bytesPerValue, int bytesPerRow) throws VectorFormatException {
    if (rows < 1) {
      throw problem(in, "no words");
    }
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw problem(
          in, "vectors of " + dimensions + " values; 1 to " + MOST_DIMENSIONS + " can be");
    }
    long least = dimensions * bytesPerValue + bytesPerRow;
    // The last newline may be missing.
    if (rows > (in.remaining() + 1) / least) {
      throw problem(
          in,
          rows
              + " words of "
              + dimensions
              + " values, which take at least "
              + least
              + " bytes each, but only "
              + in.remaining()
              + " bytes follow; the file is cut off or no file of vectors");
    }
    if (rows > Integer.MAX_VALUE) {
      throw problem(in, rows + " words; at most " + Integer.MAX_VALUE + " can be read");
    }
  }

  private static VectorFormatException problem(ByteReader in, String promise) {
    return VectorFormatException.atLine(in.path(), 1, "the header promises " + promise);
  }
}
