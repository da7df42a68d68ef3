package org.wordvec.vectors.reading;

import java.util.function.IntUnaryOperator;

/**
 * Determines the extent of a row in word2vec's binary format.
 *
 * <p>A space ends a word, but gensim also writes words with spaces. If such a word is read up to
 * its first space, its remainder is misread as values and the next row seems to begin too early:
 * the values are implausible, and the next word begins with bytes of floats. The word ends at the
 * first space for which both are plausible.
 *
 * @param wordLength number of bytes up to the space that ends the word; −1 if there is none
 * @param spaced whether the word contains spaces
 * @param values whether all values are plausible for a trained model
 */
public record BinaryRow(int wordLength, boolean spaced, boolean values) {
  private static final int LEAST = Float.floatToRawIntBits(1e-15f);
  private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
  private static final int MOST = Float.floatToRawIntBits(1e10f);

  /**
   * Returns whether these are the bits of 0 or of a number that is plausible for a trained model.
   */
  static boolean isUsual(int bits) {
    int size = bits & 0x7fffffff;
    return size == 0 || (size >= LEAST && size <= MOST);
  }

  /** Returns whether these are the bits of a finite number that is implausibly large. */
  public static boolean isHuge(int bits) {
    int size = bits & 0x7fffffff;
    return size > MOST && size < INFINITE;
  }

  /**
   * Examines a row.
   *
   * @param bytes part of the file
   * @param from index of the row
   * @param to end of the bytes
   * @param last whether the file ends at {@code to}
   * @param dimensions number of values of a row
   */
  public static BinaryRow at(byte[] bytes, int from, int to, boolean last, int dimensions) {
    int first = space(bytes, from, Math.min(to, from + WordBytes.LONGEST));
    if (first < 0) {
      return new BinaryRow(-1, false, false);
    }
    boolean values = haveUsualValues(bytes, first + 1, to, dimensions);
    if (!values || !isFollowed(bytes, first, to, last, dimensions)) {
      int end = Math.min(to, from + GuessedRow.LONGEST_WORD);
      for (int next = space(bytes, first + 1, end);
          next >= 0 && WordBytes.of(bytes, from, next) == WordBytes.SOUND;
          next = space(bytes, next + 1, end)) {
        if (haveUsualValues(bytes, next + 1, to, dimensions)
            && isFollowed(bytes, next, to, last, dimensions)) {
          return new BinaryRow(next - from, true, true);
        }
      }
    }
    return new BinaryRow(first - from, false, values);
  }

  private static int space(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ' ') {
        return i;
      }
    }
    return -1;
  }

  private static boolean haveUsualValues(byte[] bytes, int from, int to, int dimensions) {
    return areUsual(bytes, from, to, dimensions, IntUnaryOperator.identity());
  }

  /** Returns whether implausible values become plausible in the reverse byte order. */
  public static boolean areSwapped(byte[] bytes, int from, int to, int dimensions) {
    return areUsual(bytes, from, to, dimensions, Integer::reverseBytes);
  }

  private static boolean areUsual(
      byte[] bytes, int from, int to, int dimensions, IntUnaryOperator order) {
    if (to - from < dimensions * Float.BYTES) {
      return false;
    }
    for (int column = 0; column < dimensions; column++) {
      if (!isUsual(order.applyAsInt(bits(bytes, from + column * Float.BYTES)))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the four bytes at an index as a little-endian int. */
  public static int bits(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | ((bytes[at + 1] & 0xff) << 8)
        | ((bytes[at + 2] & 0xff) << 16)
        | (bytes[at + 3] << 24);
  }

  /** Returns whether a row is followed by the end of the file or by a plausible word. */
  private static boolean isFollowed(byte[] bytes, int space, int to, boolean last, int dimensions) {
    int next = space + 1 + dimensions * Float.BYTES;
    for (int end = ByteReader.behindLineBreak(bytes, next, to);
        end > next;
        end = ByteReader.behindLineBreak(bytes, next, to)) {
      next = end;
    }
    if (next == to) {
      return last;
    }
    int end = space(bytes, next, Math.min(to, next + GuessedRow.LONGEST_WORD));
    return end > next && WordBytes.of(bytes, next, end).arePlausible();
  }
}
