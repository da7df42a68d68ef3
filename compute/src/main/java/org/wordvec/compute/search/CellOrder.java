package org.wordvec.compute.search;

import org.wordvec.compute.Matrix;

/**
 * Orders vectors so that those which are close in space get close numbers. Space is cut in two at
 * the mean of the coordinate that varies most, and each part again, until a part has few vectors:
 * the cells of a k-d tree (Friedman, Bentley and Finkel 1977, "An Algorithm for Finding Best
 * Matches in Logarithmic Expected Time", section 3, which cuts at medians). Belongs to one thread.
 */
final class CellOrder {
  /** Vectors from which the coordinate that varies most is estimated. */
  private static final int SAMPLE = 256;

  private final Matrix coordinates;
  private final int most;
  private final int[] order;
  private final float[] values;

  private CellOrder(Matrix coordinates, int most) {
    this.coordinates = coordinates;
    this.most = most;
    this.values = new float[coordinates.dimensions()];
    this.order = new int[coordinates.rows()];
    for (int row = 0; row < order.length; row++) {
      order[row] = row;
    }
  }

  /**
   * Returns the rows of a matrix in order.
   *
   * @param most rows of a cell, unless those of a larger one are all alike
   */
  static int[] of(Matrix coordinates, int most) {
    CellOrder cells = new CellOrder(coordinates, most);
    cells.cut(0, coordinates.rows());
    return cells.order;
  }

  private void cut(int first, int end) {
    int from = first;
    int to = end;
    while (to - from > most) {
      int middle = part(from, to);
      if (middle == from || middle == to) {
        return;
      }
      // Recursion takes the smaller part, so that it is never deep.
      if (middle - from < to - middle) {
        cut(from, middle);
        from = middle;
      } else {
        cut(middle, to);
        to = middle;
      }
    }
  }

  /** Moves rows below the mean of the widest axis to the front; returns where the others begin. */
  private int part(int from, int to) {
    double[] sums = new double[values.length];
    double[] squares = new double[values.length];
    int step = Math.max(1, (to - from) / SAMPLE);
    int count = 0;
    for (int i = from; i < to; i += step) {
      coordinates.copyRow(order[i], values, 0);
      count++;
      for (int axis = 0; axis < values.length; axis++) {
        sums[axis] += values[axis];
        squares[axis] += (double) values[axis] * values[axis];
      }
    }
    int widest = 0;
    for (int axis = 0; axis < values.length; axis++) {
      squares[axis] -= sums[axis] * sums[axis] / count;
      widest = squares[axis] > squares[widest] ? axis : widest;
    }
    return part(from, to, widest, sums[widest] / count);
  }

  private int part(int from, int to, int axis, double mean) {
    int low = from;
    int high = to;
    while (low < high) {
      int row = order[low];
      if (coordinates.get(row, axis) < mean) {
        low++;
      } else {
        order[low] = order[--high];
        order[high] = row;
      }
    }
    return low;
  }
}
