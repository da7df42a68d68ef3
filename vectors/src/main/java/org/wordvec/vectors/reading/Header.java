package org.wordvec.vectors.reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringTokenizer;
import org.wordvec.vectors.VectorFormatException;

/**
 * The first line of a word2vec file, not validated.
 *
 * @param rows declared number of words
 * @param dimensions declared length of a vector
 */
public record Header(long rows, long dimensions) {
  /**
   * Maximum length of a vector: more than ten times the usual, and small enough that a row fits in
   * memory.
   */
  public static final int MOST_DIMENSIONS = 100_000;

  private static final int LONGEST = 64;
  private static final String BLANKS = " \t";

  /** Returns the header in bytes {@code [from, to)}, or nothing if they are not a header. */
  public static Optional<Header> parse(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return Optional.empty();
    }
    String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    StringTokenizer tokens = new StringTokenizer(line, BLANKS);
    if (tokens.countTokens() != 2 || BLANKS.indexOf(line.charAt(0)) >= 0) {
      return Optional.empty();
    }
    String rows = tokens.nextToken();
    String dimensions = tokens.nextToken();
    return isNumber(rows) && isNumber(dimensions)
        ? Optional.of(new Header(number(rows), number(dimensions)))
        : Optional.empty();
  }

  /**
   * Returns Deeplearning4j's header, with the number of documents at its end, if the lines match
   * it.
   */
  public static Optional<Header> withDocuments(byte[] line, SampledLines lines) {
    String[] fields = fields(line);
    return fields.length == 3 && isNumber(fields[2]) ? matching(fields, lines) : Optional.empty();
  }

  /** Returns the header in the first two numbers of a line, ignoring the remainder. */
  public static Optional<Header> ofTable(byte[] line) {
    String[] fields = fields(line);
    return fields.length >= 2 && isNumber(fields[0]) && isNumber(fields[1])
        ? Optional.of(new Header(number(fields[0]), number(fields[1])))
        : Optional.empty();
  }

  /**
   * Returns an unusual header, such as {@code # 3 2}, {@code 3, 2}, {@code +3 2} or {@code 3.0
   * 2.0}, if the lines match it.
   */
  public static Optional<Header> unusual(byte[] line, SampledLines lines) {
    String[] fields = fields(line);
    int from = fields.length > 0 && isComment(fields[0]) ? 1 : 0;
    if (fields.length - from == 1 && fields[from].indexOf(',') > 0) {
      fields = fields[from].split(",", -1);
      from = 0;
    }
    if (fields.length - from != 2) {
      return Optional.empty();
    }
    return matching(new String[] {bare(fields[from]), bare(fields[from + 1])}, lines);
  }

  /** Returns an unusual header of a binary file; a third number may follow. */
  public static Optional<Header> unusualOfBinary(byte[] line) {
    String[] fields = fields(line);
    int from = fields.length > 0 && isComment(fields[0]) ? 1 : 0;
    int count = fields.length - from;
    if (count < 2 || count > 3 || (count == 3 && !isNumber(fields[from + 2]))) {
      return Optional.empty();
    }
    String rows = bare(fields[from]);
    String dimensions = bare(fields[from + 1]);
    return isNumber(rows) && isNumber(dimensions)
        ? Optional.of(new Header(number(rows), number(dimensions)))
        : Optional.empty();
  }

  private static String[] fields(byte[] line) {
    if (line.length > LONGEST) {
      return new String[0];
    }
    StringTokenizer tokens =
        new StringTokenizer(new String(line, StandardCharsets.ISO_8859_1), BLANKS);
    String[] fields = new String[tokens.countTokens()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = tokens.nextToken();
    }
    return fields;
  }

  private static boolean isComment(String field) {
    return field.equals("#") || field.equals("//") || field.equals("%") || field.equals(";");
  }

  /** Returns a number without decoration. */
  private static String bare(String field) {
    int from = field.startsWith("#") || field.startsWith("+") ? 1 : 0;
    int to = field.endsWith(",") || field.endsWith(";") ? field.length() - 1 : field.length();
    String number = field.substring(Math.min(from, to), to);
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }

  private static Optional<Header> matching(String[] fields, SampledLines lines) {
    if (!isNumber(fields[0]) || !isNumber(fields[1]) || lines.isRestNumbers()) {
      return Optional.empty();
    }
    Header header = new Header(number(fields[0]), number(fields[1]));
    return header.dimensions == lines.usualInRest() ? Optional.of(header) : Optional.empty();
  }

  /** Returns whether a field is an integer of any size. */
  private static boolean isNumber(String token) {
    int start = token.startsWith("-") ? 1 : 0;
    for (int i = start; i < token.length(); i++) {
      if (token.charAt(i) < '0' || token.charAt(i) > '9') {
        return false;
      }
    }
    return start < token.length();
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /**
   * Checks that the remainder of the file can contain the declared rows, before memory is
   * allocated.
   *
   * @param bytesPerValue minimum number of bytes of a value
   * @param bytesPerRow minimum number of additional bytes of a row
   */
  public void check(ByteReader in, int bytesPerValue, int bytesPerRow)
      throws VectorFormatException {
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
              + " bytes follow; the file is cut off or not a file of vectors");
    }
    if (rows > Integer.MAX_VALUE) {
      throw problem(in, rows + " words; at most " + Integer.MAX_VALUE + " can be read");
    }
  }

  private static VectorFormatException problem(ByteReader in, String promise) {
    return VectorFormatException.atLine(in.path(), in.line(), "the header promises " + promise);
  }
}
