package org.wordvec.compute.simd;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.KernelData;

@Tag("kernel")
class RowsTest {
  @AutoClose private final Arena arena = Arena.ofConfined();

  @Test
  void fillsUpToWholeVectors() {
    for (int dimensions = 1; dimensions < 100; dimensions++) {
      int bytes = Rows.bytes(dimensions);
      assertThat(bytes % Simd.VECTOR_BYTES).isZero();
      assertThat(bytes - 4 * dimensions).isBetween(0, Simd.VECTOR_BYTES - 4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 8, 9, 16, 17, 100})
  void clearsOneRow(int dimensions) {
    Matrix matrix = random(4, dimensions);
    Matrix before = random(4, dimensions);
    Rows.clear(Addresses.of(matrix, 1), Rows.bytes(dimensions), Simd.VECTOR_BYTES);
    assertThat(matrix.row(1)).containsOnly(0);
    assertSameRows(matrix, before, 0, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 200})
  void meansRowsAsOftenAsTheyAreNamed(int dimensions) {
    Matrix matrix = random(4, dimensions);
    Matrix before = random(4, dimensions);
    long rows = list(matrix, 0, 2, 0);
    Rows.mean(rows, 3, 8, Addresses.of(matrix, 3), Rows.bytes(dimensions), Simd.VECTOR_BYTES);
    for (int column = 0; column < dimensions; column++) {
      double mean = (2.0 * before.get(0, column) + before.get(2, column)) / 3;
      assertThat((double) matrix.get(3, column)).isCloseTo(mean, within(1e-6));
    }
    assertSameRows(matrix, before, 0, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 200})
  void addsToEachRowAsOftenAsItIsNamed(int dimensions) {
    Matrix matrix = random(4, dimensions);
    Matrix before = random(4, dimensions);
    long rows = list(matrix, 3, 1, 3);
    Rows.addToEach(Addresses.of(matrix, 0), rows, 3, 8, Rows.bytes(dimensions), Simd.VECTOR_BYTES);
    for (int column = 0; column < dimensions; column++) {
      double added = before.get(0, column);
      assertThat((double) matrix.get(1, column))
          .isCloseTo(before.get(1, column) + added, within(1e-6));
      assertThat((double) matrix.get(3, column))
          .isCloseTo(before.get(3, column) + 2 * added, within(1e-6));
    }
    assertSameRows(matrix, before, 0, 2);
  }

  private long list(Matrix matrix, int... rows) {
    MemorySegment list = arena.allocate(JAVA_LONG, rows.length + 1L);
    for (int i = 0; i < rows.length; i++) {
      list.setAtIndex(JAVA_LONG, i, Addresses.of(matrix, rows[i]));
    }
    // Behind the last is what must not be read.
    list.setAtIndex(JAVA_LONG, rows.length, -1);
    return list.address();
  }

  private static void assertSameRows(Matrix matrix, Matrix before, int... rows) {
    for (int row : rows) {
      assertThat(matrix.row(row)).as("row %d", row).isEqualTo(before.row(row));
    }
  }

  /** The same for the same shape. */
  private Matrix random(int rows, int dimensions) {
    return KernelData.random(arena, rows, dimensions, 1, dimensions);
  }
}
