package org.wordvec.compute.training;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;

/**
 * A matrix of a model that is trained in parts, and the last steps of its rows: a row keeps moving
 * for some rounds after parts have changed it. Several threads may advance different rows, each
 * with a {@link Mover} of its own.
 */
public final class MomentumRows {
  /** The largest value of a step that counts as zero. */
  private static final float NEGLIGIBLE = 1e-8f;

  private final Matrix rows;
  private final Matrix steps;
  private final Momentum momentum;
  private final boolean[] moving;

  /**
   * Creates rows that do not move yet.
   *
   * @param rows the model, which is changed where it is
   * @param arena owns the steps, which take as much memory as the columns that are not sums
   */
  public MomentumRows(Matrix rows, Momentum momentum, Arena arena) {
    this.rows = rows;
    this.momentum = momentum;
    this.steps =
        Matrix.allocate(arena, rows.rows(), Math.min(rows.dimensions(), momentum.summed()));
    this.moving = new boolean[rows.rows()];
  }

  /** Returns the model. */
  public Matrix rows() {
    return rows;
  }

  /** Returns the last step of each row; a caller that writes there calls {@link #resume}. */
  public Matrix steps() {
    return steps;
  }

  /** Finds which rows are moving. */
  public void resume() {
    float[] step = new float[steps.dimensions()];
    for (int row = 0; row < moving.length; row++) {
      steps.copyRow(row, step, 0);
      moving[row] = !isNegligible(step);
    }
  }

  /** Returns whether a row moves in the next round even if no part changes it. */
  public boolean isMoving(int row) {
    return moving[row];
  }

  /** Creates a mover; each thread needs its own. */
  public Mover mover() {
    return new Mover();
  }

  /** Advances rows, one at a time. */
  public final class Mover {
    private final float[] values = new float[rows.dimensions()];
    private final float[] step = new float[steps.dimensions()];

    private Mover() {}

    /**
     * Advances a row by a round.
     *
     * @param deltas holds the sum of what the parts changed the row by, at a place; null where no
     *     part changed it
     */
    public void advance(int row, float @Nullable [] deltas, int place) {
      rows.copyRow(row, values, 0);
      steps.copyRow(row, step, 0);
      for (int column = 0; column < step.length; column++) {
        step[column] *= momentum.kept();
      }
      if (deltas != null) {
        for (int column = 0; column < step.length; column++) {
          step[column] += momentum.share() * deltas[place + column];
        }
        for (int column = step.length; column < values.length; column++) {
          values[column] += deltas[place + column];
        }
      }
      for (int column = 0; column < step.length; column++) {
        values[column] += step[column];
      }
      moving[row] = !isNegligible(step);
      if (!moving[row]) {
        Arrays.fill(step, 0);
      }
      rows.setRow(row, values);
      steps.setRow(row, step);
    }
  }

  private static boolean isNegligible(float[] step) {
    for (float value : step) {
      if (!(Math.abs(value) <= NEGLIGIBLE)) {
        return false;
      }
    }
    return true;
  }
}
