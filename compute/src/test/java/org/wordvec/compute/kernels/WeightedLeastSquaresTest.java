package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernel")
class WeightedLeastSquaresTest {
  private static final float TARGET = 1.5f;
  private static final float WEIGHT = 0.7f;
  private static final float RATE = 0.05f;

  /** Of a step, for rounding in float32. */
  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100, 102})
  void agreesWithDoublePrecision(int columns) {
    check(columns, 100, 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 17, 102})
  void limitsGradients(int columns) {
    check(columns, 0.2, 10);
  }

  private static void check(int columns, double clip, int steps) {
    try (Arena arena = Arena.ofShared()) {
      AdaGradRows a = rows(arena, columns, 0);
      AdaGradRows b = rows(arena, columns, 1);
      WeightedLeastSquares kernel = WeightedLeastSquares.of(a, b, clip);
      for (int step = 0; step < steps; step++) {
        Reference reference = new Reference(a, b, clip);
        float cost = kernel.train(1, 2, TARGET, WEIGHT, RATE);
        assertThat((double) cost).isCloseTo(reference.cost, within(1e-5));
        for (int column = 0; column < columns; column++) {
          reference.check(a, b, column);
        }
      }
      assertThat(a.sum(0, 0)).isEqualTo(1);
      assertThat(b.sum(1, columns - 1)).isEqualTo(1);
    }
  }

  @Test
  void theStepGoesDownTheGradientOfTheCost() {
    int columns = 13;
    double small = 1e-3;
    try (Arena arena = Arena.ofShared()) {
      AdaGradRows a = rows(arena, columns, 0);
      AdaGradRows b = rows(arena, columns, 1);
      for (int column = 0; column < columns; column++) {
        float value = a.value(1, column);
        a.setValue(1, column, (float) (value + small));
        double above = new Reference(a, b, 100).cost;
        a.setValue(1, column, (float) (value - small));
        double below = new Reference(a, b, 100).cost;
        a.setValue(1, column, value);
        double gradient = (above - below) / (2 * small);

        AdaGradRows moved = rows(arena, columns, 0);
        AdaGradRows other = rows(arena, columns, 1);
        WeightedLeastSquares.of(moved, other, 100).train(1, 2, TARGET, WEIGHT, RATE);
        double step = moved.value(1, column) - value;
        assertThat(step).isCloseTo(-RATE * gradient, within(2e-3 * Math.abs(step) + 1e-6));
      }
    }
  }

  @Test
  void aFrozenColumnStays() {
    try (Arena arena = Arena.ofShared()) {
      AdaGradRows a = rows(arena, 10, 0);
      AdaGradRows b = rows(arena, 10, 1);
      a.freeze(4, 1);
      WeightedLeastSquares kernel = WeightedLeastSquares.of(a, b, 100);
      for (int step = 0; step < 1000; step++) {
        kernel.train(1, 2, 50, 1, 0.5f);
      }
      assertThat(a.value(1, 4)).isEqualTo(1);
      assertThat(b.value(2, 4)).isNotEqualTo(rows(arena, 10, 1).value(2, 4));
    }
  }

  @Test
  void fitsTheTarget() {
    try (Arena arena = Arena.ofShared()) {
      AdaGradRows a = rows(arena, 20, 0);
      AdaGradRows b = rows(arena, 20, 1);
      WeightedLeastSquares kernel = WeightedLeastSquares.of(a, b, 100);
      float cost = 0;
      for (int step = 0; step < 500; step++) {
        cost = kernel.train(1, 2, 3, 1, 0.1f);
      }
      assertThat(cost).isLessThan(1e-4f);
    }
  }

  @Test
  void theLimitIsAboveZero() {
    try (Arena arena = Arena.ofShared()) {
      AdaGradRows rows = rows(arena, 2, 0);
      assertThatThrownBy(() -> WeightedLeastSquares.of(rows, rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("gradient clip");
    }
  }

  @Test
  void refusesRowsThatAreNotThere() {
    try (Arena arena = Arena.ofShared()) {
      WeightedLeastSquares kernel =
          WeightedLeastSquares.of(rows(arena, 2, 0), AdaGradRows.allocate(arena, 5, 2), 100);
      for (int none : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        assertThatThrownBy(() -> kernel.train(none, 0, 1, 1, 0.1f))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> kernel.transposed().train(0, none, 1, 1, 0.1f))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
      assertThat(kernel.transposed().train(4, 2, 1, 1, 0.1f)).isNotNaN();
    }
  }

  @Test
  void refusesRowsAndColumnsOfDifferentLength() {
    try (Arena arena = Arena.ofShared()) {
      assertThatThrownBy(() -> WeightedLeastSquares.of(rows(arena, 2, 0), rows(arena, 20, 1), 100))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static AdaGradRows rows(Arena arena, int columns, int stream) {
    AdaGradRows rows = AdaGradRows.allocate(arena, 3, columns);
    rows.fill(7, stream, 1);
    return rows;
  }

  /** The step in plain double arithmetic, from the rows as they are. */
  private static final class Reference {
    private final double[] a;
    private final double[] b;
    private final double[] sumsA;
    private final double[] sumsB;
    private final double gradient;
    private final double clip;
    private final double cost;

    Reference(AdaGradRows rowsA, AdaGradRows rowsB, double clip) {
      int columns = rowsA.columns();
      this.clip = clip;
      this.a = new double[columns];
      this.b = new double[columns];
      this.sumsA = new double[columns];
      this.sumsB = new double[columns];
      double product = 0;
      for (int column = 0; column < columns; column++) {
        a[column] = rowsA.value(1, column);
        b[column] = rowsB.value(2, column);
        sumsA[column] = rowsA.sum(1, column);
        sumsB[column] = rowsB.sum(2, column);
        product += a[column] * b[column];
      }
      this.gradient = WEIGHT * (product - TARGET);
      this.cost = 0.5 * gradient * (product - TARGET);
    }

    void check(AdaGradRows rowsA, AdaGradRows rowsB, int column) {
      double stepA = RATE * Math.clamp(gradient * b[column], -clip, clip);
      double stepB = RATE * Math.clamp(gradient * a[column], -clip, clip);
      close(rowsA.value(1, column), a[column] - stepA / Math.sqrt(sumsA[column]), stepA);
      close(rowsB.value(2, column), b[column] - stepB / Math.sqrt(sumsB[column]), stepB);
      close(rowsA.sum(1, column), sumsA[column] + stepA * stepA, stepA);
      close(rowsB.sum(2, column), sumsB[column] + stepB * stepB, stepB);
    }

    private static void close(double found, double expected, double step) {
      assertThat(found).isCloseTo(expected, within(TOLERANCE * Math.abs(step) + 1e-6));
    }
  }
}
