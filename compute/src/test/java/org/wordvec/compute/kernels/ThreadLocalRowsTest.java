package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

@Tag("kernel")
class ThreadLocalRowsTest {
  @AutoClose private final Arena arena = Arena.ofConfined();

  @Test
  void keepsCopiesOfTheLastRowsOnly() {
    Matrix shared = KernelData.random(arena, 5, 9, 1, 1);
    ThreadLocalRows rows = new ThreadLocalRows(arena, shared, 2);
    for (int row = 0; row < 3; row++) {
      assertThat(rows.use(row)).isEqualTo(Addresses.of(shared, row));
    }
    for (int row = 3; row < 5; row++) {
      assertThat(rows.use(row)).isNotEqualTo(Addresses.of(shared, row));
      assertThat(row(rows.use(row), 9)).isEqualTo(shared.row(row));
    }
    for (int none : new int[] {-1, 5, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> rows.use(none)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void keepsNoMoreCopiesThanThereAreRows() {
    Matrix shared = KernelData.random(arena, 2, 9, 1, 1);
    assertThat(new ThreadLocalRows(arena, shared, 0).use(1)).isEqualTo(Addresses.of(shared, 1));
    assertThat(row(new ThreadLocalRows(arena, shared, 7).use(0), 9)).isEqualTo(shared.row(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 8, 9, 16, 17, 33, 100})
  void addsUpWhatSeveralThreadsChanged(int dimensions) {
    Matrix shared = KernelData.random(arena, 4, dimensions, 1, 1);
    double[][] before = KernelData.rows(shared);
    ThreadLocalRows one = new ThreadLocalRows(arena, shared, 3);
    ThreadLocalRows other = new ThreadLocalRows(arena, shared, 3);
    add(one.use(2), dimensions, 0.5f);
    add(other.use(2), dimensions, 0.25f);
    add(other.use(3), dimensions, 1);
    assertThat(KernelData.rows(shared)).isDeepEqualTo(before);

    one.exchange();
    other.exchange();
    one.use(3);
    one.exchange();
    one.exchange();

    double[] added = {0, 0, 0.75, 1};
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < dimensions; column++) {
        assertThat((double) shared.get(row, column))
            .isCloseTo(before[row][column] + added[row], within(1e-6));
      }
    }
    assertThat(KernelData.paddingIsZero(shared)).isTrue();
    assertThat(row(other.use(2), dimensions)).isEqualTo(shared.row(2));
    assertThat(row(one.use(3), dimensions)).isEqualTo(shared.row(3));
  }

  @Test
  void exchangesARowAfterSomeUses() {
    Matrix shared = Matrix.allocate(arena, 3, 9);
    ThreadLocalRows rows = new ThreadLocalRows(arena, shared, 3);
    for (int use = 1; use < ThreadLocalRows.USES; use++) {
      add(rows.use(1), 9, 1);
      add(rows.use(use % 2 == 0 ? 0 : 2), 9, 1);
      assertThat(shared.get(1, 0)).isZero();
    }
    rows.use(1);
    assertThat(shared.row(1)).containsOnly(ThreadLocalRows.USES - 1);
    assertThat(shared.row(0)).containsOnly(0);
    assertThat(shared.row(2)).containsOnly(0);
  }

  private static float[] row(long address, int dimensions) {
    float[] row = new float[dimensions];
    MemorySegment.copy(Simd.MEMORY, ValueLayout.JAVA_FLOAT, address, row, 0, dimensions);
    return row;
  }

  private static void add(long address, int dimensions, float value) {
    for (int column = 0; column < dimensions; column++) {
      float old = Simd.MEMORY.get(ValueLayout.JAVA_FLOAT, address + 4L * column);
      Simd.MEMORY.set(ValueLayout.JAVA_FLOAT, address + 4L * column, old + value);
    }
  }
}
