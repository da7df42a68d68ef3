package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;

class MomentumRowsTest {
  private static final int COLUMNS = 5;

  private final Arena arena = Arena.ofAuto();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 100})
  void whatIsLearntCountsInFullInTheEnd(int parts) {
    Momentum momentum = Momentum.of(parts, Momentum.NONE_SUMMED);
    MomentumRows rows = rows(momentum);
    advance(rows, 2);
    assertThat(rows.rows().get(1, 0)).isCloseTo(2 * momentum.share(), within(1e-5f));
    MomentumRows.Mover mover = rows.mover();
    int rounds = 0;
    while (rows.isMoving(1) && rounds < 40 * parts) {
      mover.advance(1, null, 0);
      rounds++;
    }
    assertThat(rows.isMoving(1)).isFalse();
    assertThat(rows.rows().row(1)).containsExactly(new float[] {2, 2, 2, 2, 2}, within(2e-5f));
    assertThat(rows.rows().row(0)).containsOnly(0);
  }

  /** Each part alone brings the row to where it should be, seen from where the round began. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 100, 1000})
  void rowsThatPartsBringToRestComeToRest(int parts) {
    MomentumRows rows = rows(Momentum.of(parts, Momentum.NONE_SUMMED));
    for (int round = 0; round < 60 * parts; round++) {
      advance(rows, parts * (10 - rows.rows().get(1, 0)));
    }
    assertThat(rows.rows().get(1, 0)).isCloseTo(10, within(1e-3f));
  }

  @Test
  void columnsOfSumsAreAddedUpAtOnce() {
    MomentumRows rows = rows(new Momentum(0.5f, 0.5f, 2));
    advance(rows, 4);
    assertThat(rows.rows().row(1)).containsExactly(2, 2, 4, 4, 4);
    rows.mover().advance(1, null, 0);
    assertThat(rows.rows().row(1)).containsExactly(3, 3, 4, 4, 4);
  }

  @Test
  void goesOnFromStepsThatWereKept() {
    MomentumRows rows = rows(new Momentum(0.5f, 0.5f, 3));
    advance(rows, 4);
    MomentumRows later = rows(new Momentum(0.5f, 0.5f, 3));
    later.rows().setRow(1, rows.rows().row(1));
    later.steps().setRow(1, rows.steps().row(1));
    later.resume();
    assertThat(later.isMoving(0)).isFalse();
    assertThat(later.isMoving(1)).isTrue();
    later.mover().advance(1, null, 0);
    assertThat(later.rows().row(1)).containsExactly(3, 3, 3, 4, 4);
  }

  private MomentumRows rows(Momentum momentum) {
    return new MomentumRows(Matrix.allocate(arena, 3, COLUMNS), momentum, arena);
  }

  /** Changes all columns of a row by a value. */
  private static void advance(MomentumRows rows, float change) {
    float[] deltas = new float[2 * COLUMNS];
    Arrays.fill(deltas, COLUMNS, 2 * COLUMNS, change);
    rows.mover().advance(1, deltas, COLUMNS);
  }
}
