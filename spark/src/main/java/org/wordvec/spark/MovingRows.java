package org.wordvec.spark;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.wordvec.compute.Matrix;

/**
 * A matrix of the model and the steps that its rows are on: a row goes on for some rounds after
 * parts have changed it. Not safe for use by several threads.
 */
final class MovingRows {
  /** A step that changes nothing any more. */
  private static final float REST = 1e-8f;

  private final Matrix rows;
  private final Matrix steps;
  private final Momentum momentum;
  private final BitSet moving = new BitSet();

  MovingRows(Matrix rows, Momentum momentum, Arena arena) {
    this.rows = rows;
    this.momentum = momentum;
    int columns = Math.min(rows.dimensions(), momentum.summed());
    this.steps = Matrix.allocate(arena, rows.rows(), columns);
  }

  Matrix rows() {
    return rows;
  }

  /** The last step of each row; whoever writes there calls {@link #resume}. */
  Matrix steps() {
    return steps;
  }

  /** Finds out which rows are moving. */
  void resume() {
    float[] step = new float[steps.dimensions()];
    for (int row = 0; row < steps.rows(); row++) {
      steps.copyRow(row, step, 0);
      moving.set(row, !isRest(step));
    }
  }

  /**
   * Goes on by a round.
   *
   * @param changes of this matrix, each of other rows
   * @return the rows that are elsewhere now
   */
  BitSet advance(List<Change> changes) {
    float[] step = new float[steps.dimensions()];
    for (int row = moving.nextSetBit(0); row >= 0; row = moving.nextSetBit(row + 1)) {
      steps.copyRow(row, step, 0);
      for (int column = 0; column < step.length; column++) {
        step[column] *= momentum.kept();
      }
      steps.setRow(row, step);
    }
    changes.forEach(this::take);
    BitSet moved = (BitSet) moving.clone();
    float[] values = new float[rows.dimensions()];
    for (int row = moved.nextSetBit(0); row >= 0; row = moved.nextSetBit(row + 1)) {
      move(row, step, values);
    }
    return moved;
  }

  private void take(Change change) {
    int columns = change.columns();
    float[] step = new float[steps.dimensions()];
    float[] values = new float[columns];
    for (int i = 0; i < change.rows().length; i++) {
      int row = change.rows()[i];
      int place = i * columns;
      steps.copyRow(row, step, 0);
      for (int column = 0; column < step.length; column++) {
        step[column] += momentum.share() * change.deltas()[place + column];
      }
      steps.setRow(row, step);
      if (step.length < columns) {
        rows.copyRow(row, values, 0);
        for (int column = step.length; column < columns; column++) {
          values[column] += change.deltas()[place + column];
        }
        rows.setRow(row, values);
      }
      moving.set(row);
    }
  }

  private void move(int row, float[] step, float[] values) {
    rows.copyRow(row, values, 0);
    steps.copyRow(row, step, 0);
    for (int column = 0; column < step.length; column++) {
      values[column] += step[column];
    }
    rows.setRow(row, values);
    if (isRest(step)) {
      Arrays.fill(step, 0);
      steps.setRow(row, step);
      moving.clear(row);
    }
  }

  private static boolean isRest(float[] step) {
    for (float value : step) {
      if (!(Math.abs(value) <= REST)) {
        return false;
      }
    }
    return true;
  }
}
