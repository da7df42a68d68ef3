package org.wordvec.vectors.search;

import java.util.Arrays;

/**
 * Keeps the {@code k} rows with the highest scores, where the lower row wins ties. The result does
 * not depend on the order of insertion. Not safe for use by several threads.
 */
final class TopRows {
  private float[] scores;
  private int[] rows;
  private final int k;
  private int size;

  TopRows(int k) {
    this.k = k;
    // k can be far more than the number of rows.
    int capacity = Math.min(k, 16);
    scores = new float[capacity];
    rows = new int[capacity];
  }

  /**
   * Inserts the scores of candidate rows; −∞ and NaN are ignored.
   *
   * @param offered scores of the rows from {@code firstRow} on, in {@code [at, at + count)}
   * @param excluded a few rows that are not answers
   */
  void offerAll(
      float[] offered, int at, int firstRow, int count, Candidates candidates, int[] excluded) {
    int end = at + count;
    int next = next(offered, at, end, least());
    while (next < end) {
      float score = offered[next];
      int row = firstRow + next - at;
      if (score > Float.NEGATIVE_INFINITY && candidates.admits(row) && !contains(excluded, row)) {
        offer(score, row);
      }
      next = next(offered, next + 1, end, least());
    }
  }

  /** Returns the first index of a value of at least {@code least}; NaN is skipped. */
  private static int next(float[] values, int from, int to, float least) {
    int at = from;
    while (at < to && !(values[at] >= least)) {
      at++;
    }
    return at;
  }

  private static boolean contains(int[] rows, int row) {
    for (int other : rows) {
      if (other == row) {
        return true;
      }
    }
    return false;
  }

  /** Inserts all rows of another instance. */
  void offerAll(TopRows other) {
    for (int i = 0; i < other.size; i++) {
      offer(other.scores[i], other.rows[i]);
    }
  }

  int size() {
    return size;
  }

  float score(int rank) {
    return scores[rank];
  }

  int row(int rank) {
    return rows[rank];
  }

  /** Returns the rows, in no particular order. */
  int[] rows() {
    return Arrays.copyOf(rows, size);
  }

  /** Returns the rows, best first. Nothing can be inserted afterwards. */
  int[] sorted() {
    sort();
    return rows();
  }

  /** Returns the minimum score that is still inserted. */
  float least() {
    return size < k ? Float.NEGATIVE_INFINITY : scores[0];
  }

  private void offer(float score, int row) {
    if (size < k) {
      if (size == rows.length) {
        int capacity = (int) Math.min(2L * size, k);
        scores = Arrays.copyOf(scores, capacity);
        rows = Arrays.copyOf(rows, capacity);
      }
      scores[size] = score;
      rows[size] = row;
      siftUp(size++);
    } else if (below(scores[0], rows[0], score, row)) {
      scores[0] = score;
      rows[0] = row;
      siftDown(size);
    }
  }

  /** Turns the heap into a list, best first. Nothing can be inserted afterwards. */
  void sort() {
    for (int last = size - 1; last > 0; last--) {
      swap(0, last);
      siftDown(last);
    }
  }

  // The worst row is at index 0, where it can be replaced.
  private void siftUp(int start) {
    int child = start;
    while (child > 0 && below(child, (child - 1) / 2)) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void siftDown(int end) {
    int parent = 0;
    for (int child = 1; child < end; child = 2 * parent + 1) {
      if (child + 1 < end && below(child + 1, child)) {
        child++;
      }
      if (!below(child, parent)) {
        return;
      }
      swap(child, parent);
      parent = child;
    }
  }

  private boolean below(int left, int right) {
    return below(scores[left], rows[left], scores[right], rows[right]);
  }

  private static boolean below(float score, int row, float otherScore, int otherRow) {
    return score < otherScore || (score == otherScore && row > otherRow);
  }

  private void swap(int left, int right) {
    float score = scores[left];
    int row = rows[left];
    scores[left] = scores[right];
    rows[left] = rows[right];
    scores[right] = score;
    rows[right] = row;
  }
}
