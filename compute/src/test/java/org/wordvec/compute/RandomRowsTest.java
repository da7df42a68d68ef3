package org.wordvec.compute;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

class RandomRowsTest {
  @Test
  void drawsUniformlyBetweenHalfADimensionBelowAndAboveZero() {
    Matrix matrix = filled(2000, 20, 1);
    double sum = 0;
    double squares = 0;
    double least = 1;
    double greatest = -1;
    for (int row = 0; row < matrix.rows(); row++) {
      for (float value : matrix.row(row)) {
        double scaled = value * 20.0;
        sum += scaled;
        squares += scaled * scaled;
        least = Math.min(least, scaled);
        greatest = Math.max(greatest, scaled);
      }
    }
    assertThat(least).isBetween(-0.5, -0.499);
    assertThat(greatest).isBetween(0.499, 0.5);
    assertThat(sum / 40_000).isCloseTo(0, within(5 * Math.sqrt(1 / 12.0 / 40_000)));
    assertThat(squares / 40_000).isCloseTo(1 / 12.0, within(2e-3));
  }

  @Test
  void dependsOnTheSeedAlone() {
    Matrix matrix = filled(300, 7, 5);
    Matrix again = filled(100, 7, 5);
    for (int row = 0; row < 100; row++) {
      assertThat(again.row(row)).isEqualTo(matrix.row(row));
    }
    assertThat(filled(1, 7, 6).row(0)).isNotEqualTo(matrix.row(0));
  }

  @Test
  void givesNoTwoRowsTheSame() {
    Matrix matrix = filled(2, 50, 1);
    assertThat(matrix.row(0)).isNotEqualTo(matrix.row(1));
  }

  @Test
  void leavesThePaddingZero() {
    Matrix matrix = filled(3, 17, 1);
    for (int row = 0; row < 3; row++) {
      for (int column = 17; column < 32; column++) {
        assertThat(matrix.segment().getAtIndex(JAVA_FLOAT, row * 32L + column)).isZero();
      }
    }
  }

  private static Matrix filled(int rows, int dimensions, long seed) {
    Matrix matrix = Matrix.allocate(Arena.ofAuto(), rows, dimensions);
    RandomRows.fill(matrix, seed);
    return matrix;
  }
}
