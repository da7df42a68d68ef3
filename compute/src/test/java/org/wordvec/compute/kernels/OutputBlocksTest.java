package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

class OutputBlocksTest {
  @AutoClose private final Arena arena = Arena.ofConfined();

  private static final int ROWS = 64;

  private final Matrix nullRows = Matrix.allocate(arena, OutputBlocks.OUTPUTS, 1);
  private final Matrix matrix = Matrix.allocate(arena, ROWS, 1);
  private final ThreadLocalRows shared = new ThreadLocalRows(arena, matrix, 0);
  private final OutputBlocks outputs = new OutputBlocks(arena, nullRows);

  @Test
  void cutsTheOutputsIntoBlocksOfSix() {
    for (int count = 0; count <= 40; count++) {
      int[] rows = IntStream.range(0, count).map(i -> ROWS - 1 - i).toArray();
      for (int calls = 1; calls <= 4; calls++) {
        fill(calls, rows);
        assertThat(outputs.size()).isEqualTo((count + 5) / 6);
        assertThat(rowsOf(outputs).stream().flatMap(List::stream))
            .containsExactly(Arrays.stream(rows).boxed().toArray(Integer[]::new));
        assertThat(outputs.repeatsRow()).isFalse();
      }
    }
  }

  @Test
  void takesAPartOfTheTurns() {
    outputs.clear();
    outputs.addAll(new int[] {2 * 3, 2 * 4 + 1, 2 * 6, 2 * 8 + 1}, 1, 3, shared);
    assertThat(rowsOf(outputs)).containsExactly(List.of(4, 6));
  }

  /** Fills the list by some calls; the label of every third row is 1. */
  private void fill(int calls, int... rows) {
    int[] turns = Arrays.stream(rows).map(row -> 2 * row + (row % 3 == 0 ? 0 : 1)).toArray();
    outputs.clear();
    for (int call = 0; call < calls; call++) {
      outputs.addAll(turns, turns.length * call / calls, turns.length * (call + 1) / calls, shared);
    }
  }

  /** The rows of each block, whose labels and rows of zeros are checked. */
  private List<List<Integer>> rowsOf(OutputBlocks list) {
    List<List<Integer>> all = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      long block = list.address(index);
      List<Integer> rows = new ArrayList<>();
      int labels = 0;
      for (int slot = 0; slot < OutputBlocks.OUTPUTS; slot++) {
        long address = Simd.getLong(block + 8L * slot);
        if (slot < OutputBlocks.count(block)) {
          int row = (int) ((address - Addresses.of(matrix, 0)) / matrix.rowBytes());
          rows.add(row);
          labels |= row % 3 == 0 ? 1 << slot : 0;
        } else {
          assertThat(address).isEqualTo(Addresses.of(nullRows, slot));
        }
      }
      assertThat(OutputBlocks.labels(block)).isEqualTo(labels);
      all.add(rows);
    }
    return all;
  }

  @Test
  void findsEveryPairOfEqualRowsInABlock() {
    for (int one = 0; one < 6; one++) {
      for (int other = one + 1; other < 6; other++) {
        int[] rows = {1, 2, 3, 4, 5, 6};
        rows[other] = rows[one];
        fill(1, rows);
        assertThat(outputs.repeatsRow()).as("%d and %d", one, other).isTrue();
        fill(1, Arrays.copyOf(rows, other));
        assertThat(outputs.repeatsRow()).isFalse();
      }
    }
  }

  @Test
  void allowsTheSameRowInDifferentBlocks() {
    fill(1, 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1, 1);
    assertThat(outputs.repeatsRow()).isFalse();
  }

  @Test
  void separatesEqualRowsByANewBlock() {
    assertThat(separated(1, 2, 1, 3)).containsExactly(List.of(1, 2), List.of(1, 3));
    assertThat(separated(9, 9, 9)).containsExactly(List.of(9), List.of(9), List.of(9));
    assertThat(separated(1, 2, 3, 4, 5, 6, 6, 7, 6, 8, 9))
        .containsExactly(List.of(1, 2, 3, 4, 5, 6), List.of(6, 7), List.of(6, 8, 9));
    assertThat(separated(3, 1, 2, 3, 4, 5, 6, 7, 8, 9))
        .containsExactly(List.of(3, 1, 2), List.of(3, 4, 5, 6, 7, 8), List.of(9));
  }

  private List<List<Integer>> separated(int... rows) {
    OutputBlocks copy = new OutputBlocks(arena, nullRows);
    fill(1, rows);
    copy.copySeparated(outputs);
    return rowsOf(copy);
  }

  @Test
  void startsAnewInTheSameMemory() {
    fill(1, IntStream.rangeClosed(1, 20).map(i -> 3 * i).toArray());
    fill(1, 1, 2);
    assertThat(rowsOf(outputs)).containsExactly(List.of(1, 2));
  }
}
