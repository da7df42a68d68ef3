package org.wordvec.compute.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.KernelData;

@Tag("kernel")
class CellOrderTest {
  /** Sixteen heaps of vectors, mixed, come out one after the other. */
  @Test
  void neighboursStandTogether() {
    try (Arena arena = Arena.ofConfined()) {
      int count = 16 * 50;
      Matrix rows = KernelData.random(arena, count, 4, 0.1f, 1);
      for (int row = 0; row < count; row++) {
        for (int axis = 0; axis < 4; axis++) {
          rows.set(row, axis, rows.get(row, axis) + (row >>> axis & 1));
        }
      }
      int[] order = CellOrder.of(rows, 50);
      assertThat(sorted(order)).isEqualTo(IntStream.range(0, count).toArray());
      for (int first = 0; first < count; first += 50) {
        int heap = order[first] % 16;
        assertThat(Arrays.stream(order, first, first + 50)).allMatch(row -> row % 16 == heap);
      }
    }
  }

  @Test
  void whatIsAlikeIsNotCut() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix alike = Matrix.allocate(arena, 100, 3);
      assertThat(sorted(CellOrder.of(alike, 10))).isEqualTo(IntStream.range(0, 100).toArray());
      alike.set(40, 2, Float.NaN);
      assertThat(sorted(CellOrder.of(alike, 10))).isEqualTo(IntStream.range(0, 100).toArray());
      assertThat(CellOrder.of(Matrix.allocate(arena, 1, 3), 10)).containsExactly(0);
    }
  }

  private static int[] sorted(int[] order) {
    return Arrays.stream(order).sorted().toArray();
  }
}
