package org.wordvec.vectors.search;

import java.nio.charset.StandardCharsets;

/** The code points of a word in lower case. Not safe for use by several threads. */
final class Spelling {
  private int[] codePoints = new int[32];
  private int length;
  private long letters;

  /** Sets the word. */
  void set(byte[] utf8) {
    length = 0;
    letters = 0;
    if (codePoints.length < utf8.length) {
      codePoints = new int[2 * utf8.length];
    }
    for (byte character : utf8) {
      if (character < 0) {
        length = 0;
        letters = 0;
        new String(utf8, StandardCharsets.UTF_8).codePoints().forEach(this::add);
        return;
      }
      add(character);
    }
  }

  private void add(int codePoint) {
    int lower = Character.toLowerCase(codePoint);
    codePoints[length++] = lower;
    letters |= 1L << lower;
  }

  int length() {
    return length;
  }

  /** Returns whether the first code points are the same. */
  boolean beginsLike(Spelling other) {
    return length > 0 && other.length > 0 && codePoints[0] == other.codePoints[0];
  }

  /**
   * Returns false if two words differ in length or letters by more than a number of edits. Much
   * faster than the edit distance, and seldom true for words that are farther apart.
   */
  boolean mayBeWithin(int edits, Spelling other) {
    // An edit adds at most one letter and removes at most one.
    return Math.abs(length - other.length) <= edits
        && Long.bitCount(letters & ~other.letters) <= edits
        && Long.bitCount(other.letters & ~letters) <= edits;
  }

  /** Returns the edit distance of two words, or {@code limit + 1} if it exceeds {@code limit}. */
  int edits(Spelling other, int limit, EditDistance distance) {
    return distance.atMost(codePoints, length, other.codePoints, other.length, limit);
  }
}
