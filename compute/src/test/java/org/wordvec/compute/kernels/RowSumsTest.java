package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;

@Tag("kernel")
class RowSumsTest {
  private static final float UNTOUCHED = 7.5f;
  private static final int BEHIND = 20;

  @AutoClose private final Arena arena = Arena.ofConfined();

  static IntStream dimensions() {
    return IntStream.rangeClosed(1, 70);
  }

  @ParameterizedTest
  @MethodSource("dimensions")
  void addsWhatAPlainLoopAddsAndNothingBeside(int dimensions) {
    Matrix rows = KernelData.random(arena, 3, dimensions, 2, dimensions);
    double[][] plain = KernelData.rows(rows);
    for (int from : new int[] {0, 1, 5, 16}) {
      float[] sum = sums(from + dimensions + BEHIND);
      RowSums.add(rows, 1, 0.75f, sum, from);
      RowSums.add(rows, 2, -3, sum, from);
      for (int i = 0; i < sum.length; i++) {
        int column = i - from;
        if (column < 0 || column >= dimensions) {
          assertThat(sum[i]).isEqualTo(UNTOUCHED);
        } else {
          double expected = UNTOUCHED + 0.75 * plain[1][column] - 3 * plain[2][column];
          assertThat((double) sum[i]).isCloseTo(expected, within(3e-6));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dimensions")
  void leavesTheRowsAsTheyAre(int dimensions) {
    Matrix rows = KernelData.random(arena, 2, dimensions, 2, dimensions);
    double[][] before = KernelData.rows(rows);
    RowSums.add(rows, 1, 2, new float[dimensions], 0);
    assertThat(KernelData.rows(rows)).isDeepEqualTo(before);
    assertThat(KernelData.paddingIsZero(rows)).isTrue();
  }

  @Test
  void takesAnArrayThatIsJustLongEnough() {
    Matrix rows = KernelData.random(arena, 1, 19, 2, 1);
    float[] sum = new float[22];
    RowSums.add(rows, 0, 1, sum, 3);
    assertThat(sum[21]).isEqualTo(rows.get(0, 18));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
  void refusesARowThatIsNotThere(int row) {
    Matrix rows = KernelData.random(arena, 3, 5, 2, 1);
    float[] sum = sums(5);
    assertThatThrownBy(() -> RowSums.add(rows, row, 1, sum, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(sum).containsOnly(UNTOUCHED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2, 20, Integer.MAX_VALUE})
  void refusesAPlaceThatLeavesTheArray(int from) {
    Matrix rows = KernelData.random(arena, 3, 19, 2, 1);
    float[] sum = sums(20);
    assertThatThrownBy(() -> RowSums.add(rows, 0, 1, sum, from))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(sum).containsOnly(UNTOUCHED);
  }

  private static float[] sums(int length) {
    float[] sums = new float[length];
    Arrays.fill(sums, UNTOUCHED);
    return sums;
  }
}
