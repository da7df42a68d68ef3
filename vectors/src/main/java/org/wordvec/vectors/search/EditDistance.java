package org.wordvec.vectors.search;

import java.util.Arrays;

/**
 * Computes the restricted Damerau-Levenshtein distance: the number of insertions, deletions,
 * substitutions and transpositions of adjacent code points (Damerau 1964, "A Technique for Computer
 * Detection and Correction of Spelling Errors"), where no position is edited twice. Not safe for
 * use by several threads.
 */
final class EditDistance {
  private int[] beforePrevious = new int[0];
  private int[] previous = new int[0];
  private int[] current = new int[0];

  /** Returns the distance, or {@code limit + 1} if it is more than {@code limit}. */
  int atMost(int[] left, int leftLength, int[] right, int rightLength, int limit) {
    if (Math.abs(leftLength - rightLength) > limit) {
      return limit + 1;
    }
    reserve(rightLength + 1);
    // Only cells within the limit of the diagonal matter; others count as exceeding it.
    Arrays.fill(previous, 0, rightLength + 1, limit + 1);
    for (int column = 0; column <= Math.min(limit, rightLength); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= leftLength; row++) {
      Arrays.fill(current, 0, rightLength + 1, limit + 1);
      int least = limit + 1;
      if (row <= limit) {
        current[0] = row;
        least = row;
      }
      int last = Math.min(rightLength, row + limit);
      for (int column = Math.max(1, row - limit); column <= last; column++) {
        current[column] = cell(left, right, row, column);
        least = Math.min(least, current[column]);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = free;
    }
    return Math.min(previous[rightLength], limit + 1);
  }

  private int cell(int[] left, int[] right, int row, int column) {
    boolean equal = left[row - 1] == right[column - 1];
    int edits = previous[column - 1] + (equal ? 0 : 1);
    edits = Math.min(edits, Math.min(previous[column], current[column - 1]) + 1);
    boolean swapped =
        row > 1
            && column > 1
            && left[row - 1] == right[column - 2]
            && left[row - 2] == right[column - 1];
    return swapped ? Math.min(edits, beforePrevious[column - 2] + 1) : edits;
  }

  private void reserve(int length) {
    if (previous.length < length) {
      beforePrevious = new int[2 * length];
      previous = new int[2 * length];
      current = new int[2 * length];
    }
  }
}
