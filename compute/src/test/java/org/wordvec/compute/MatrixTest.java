package org.wordvec.compute;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {
  /** Small ones come from the arena, large ones from the system in large pages. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 15", "3, 16", "3, 17", "7, 300", "70000, 17", "20000, 100"})
  void startsWithZerosInAlignedRows(int rows, int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = Matrix.allocate(arena, rows, dimensions);
      assertThat(matrix.rows()).isEqualTo(rows);
      assertThat(matrix.dimensions()).isEqualTo(dimensions);
      assertThat(matrix.rowBytes()).isEqualTo((4L * dimensions + 63) / 64 * 64);
      assertThat(matrix.segment().byteSize()).isEqualTo(rows * matrix.rowBytes());
      assertThat(Matrix.bytes(rows, dimensions)).isEqualTo(rows * matrix.rowBytes());
      for (int row = 0; row < rows; row++) {
        assertThat(matrix.segment(row).address() % Matrix.ROW_ALIGNMENT).isZero();
        assertThat(matrix.segment(row).address())
            .isEqualTo(matrix.segment().address() + row * matrix.rowBytes());
        assertThat(matrix.segment(row).byteSize()).isEqualTo(4L * dimensions);
      }
      assertThat(sumOfSquares(matrix)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 33})
  void keepsWhatWasSet(int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = Matrix.allocate(arena, 3, dimensions);
      float[] values = new float[dimensions];
      for (int column = 0; column < dimensions; column++) {
        values[column] = column + 0.5f;
        matrix.set(2, column, -values[column]);
      }
      matrix.setRow(1, values);
      assertThat(matrix.row(0)).containsOnly(0);
      assertThat(matrix.row(1)).isEqualTo(values);
      for (int column = 0; column < dimensions; column++) {
        assertThat(matrix.get(1, column)).isEqualTo(values[column]);
        assertThat(matrix.get(2, column)).isEqualTo(-values[column]);
      }
      matrix.row(1)[0] = 99;
      assertThat(matrix.get(1, 0)).as("after a change of the copy").isEqualTo(0.5f);
    }
  }

  @Test
  void leavesThePaddingZeroWhenItSetsARow() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = Matrix.allocate(arena, 1, 3);
      matrix.setRow(0, new float[] {1, 2, 3});
      assertThat(sumOfSquares(matrix)).isEqualTo(14);
    }
  }

  @Test
  void refusesRowsAndColumnsOutside() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = Matrix.allocate(arena, 2, 5);
      assertThatThrownBy(() -> matrix.get(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.get(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.get(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.set(0, 5, 1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.row(2)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.segment(2)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.setRow(2, new float[5]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void refusesARowOfAnotherLength() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = Matrix.allocate(arena, 2, 5);
      assertThatThrownBy(() -> matrix.setRow(0, new float[6]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a row of 5 values was given 6");
      assertThatThrownBy(() -> matrix.setRow(0, new float[4]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "5, 0", "5, -3"})
  void refusesShapesThatAreNone(int rows, int dimensions) {
    assertThatThrownBy(() -> Matrix.allocate(Arena.ofAuto(), rows, dimensions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a matrix needs rows >= 0 and dimensions >= 1, not " + rows + " x " + dimensions);
  }

  @Test
  void mayHaveNoRows() {
    Matrix matrix = Matrix.allocate(Arena.ofAuto(), 0, 5);
    assertThat(matrix.rows()).isZero();
    assertThatThrownBy(() -> matrix.row(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void livesAsLongAsItsArena(int rows) {
    Matrix matrix;
    try (Arena arena = Arena.ofConfined()) {
      matrix = Matrix.allocate(arena, rows, 20);
      matrix.set(rows - 1, 19, 5);
      assertThat(matrix.get(rows - 1, 19)).isEqualTo(5);
    }
    assertThatThrownBy(() -> matrix.get(rows - 1, 19)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void takesMoreBytesThanAnIntHolds() {
    assertThat(Matrix.bytes(3_000_000_000L, 100)).isEqualTo(3_000_000_000L * 448);
  }

  @Test
  void saysSoWhereTheSystemHasNotAsMuchMemory() {
    assertThatThrownBy(() -> Matrix.allocate(Arena.ofAuto(), Integer.MAX_VALUE, 65_536))
        .isInstanceOf(OutOfMemoryError.class);
  }

  private static double sumOfSquares(Matrix matrix) {
    return matrix
        .segment()
        .elements(JAVA_FLOAT)
        .mapToDouble(element -> element.get(JAVA_FLOAT, 0))
        .map(value -> value * value)
        .sum();
  }
}
