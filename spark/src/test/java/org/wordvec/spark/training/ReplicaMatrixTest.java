package org.wordvec.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Momentum;

class ReplicaMatrixTest {
  private static final int ROWS = 70;
  private static final int COLUMNS = 5;

  private final Arena arena = Arena.ofAuto();
  private final Random random = new Random(3);

  @Test
  void agreesWithTheRecurrence() {
    Momentum momentum = new Momentum(0.6f, 0.3f, Momentum.NONE_SUMMED);
    ReplicaMatrix rows = rows(momentum);
    double[][] expected = new double[ROWS][COLUMNS];
    double[][] steps = new double[ROWS][COLUMNS];
    for (int round = 0; round < 30; round++) {
      List<RowDelta> deltas = new ArrayList<>();
      for (int first = 0; first < ROWS; first += 10) {
        int[] changed = {first + random.nextInt(5), first + 5 + random.nextInt(5)};
        deltas.add(delta(changed, (float) random.nextGaussian(), (float) random.nextGaussian()));
      }
      rows.advance(deltas);
      for (double[] step : steps) {
        for (int column = 0; column < COLUMNS; column++) {
          step[column] *= 0.6;
        }
      }
      for (RowDelta delta : deltas) {
        for (int i = 0; i < delta.rows().length; i++) {
          for (int column = 0; column < COLUMNS; column++) {
            steps[delta.rows()[i]][column] += 0.3 * delta.deltas()[i * COLUMNS + column];
          }
        }
      }
      for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          expected[row][column] += steps[row][column];
          assertThat(rows.rows().get(row, column))
              .isCloseTo((float) expected[row][column], within(1e-4f));
        }
      }
    }
  }

  @Test
  void restoredCopiesAdvanceAlike() {
    Momentum momentum = Momentum.of(4, 3);
    ReplicaMatrix rows = rows(momentum);
    rows.advance(List.of(delta(new int[] {1, 2, 69}, 1, 2, 3)));
    ReplicaMatrix copy = rows(momentum);
    for (int row = 0; row < ROWS; row++) {
      copy.rows().setRow(row, rows.rows().row(row));
      copy.steps().setRow(row, rows.steps().row(row));
    }
    copy.resume();
    for (int round = 0; round < 100; round++) {
      List<RowDelta> deltas = List.of(delta(new int[] {round % ROWS}, 0.1f));
      assertThat(copy.advance(deltas)).isEqualTo(rows.advance(deltas));
    }
    for (int row = 0; row < ROWS; row++) {
      assertThat(copy.rows().row(row)).isEqualTo(rows.rows().row(row));
    }
  }

  private ReplicaMatrix rows(Momentum momentum) {
    return new ReplicaMatrix(Matrix.allocate(arena, ROWS, COLUMNS), momentum, arena);
  }

  /** Returns a delta by which all columns of a row change by its value. */
  private static RowDelta delta(int[] rows, float... values) {
    float[] deltas = new float[rows.length * COLUMNS];
    for (int i = 0; i < deltas.length; i++) {
      deltas[i] = values[i / COLUMNS];
    }
    return new RowDelta(RowDelta.MERGED, 0, rows, deltas);
  }
}
