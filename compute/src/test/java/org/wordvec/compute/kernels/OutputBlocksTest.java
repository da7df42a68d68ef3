package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

class OutputBlocksTest {
  @AutoClose private final Arena arena = Arena.ofConfined();

  private final Matrix nullRows = Matrix.allocate(arena, OutputBlocks.OUTPUTS, 1);
  private final OutputBlocks outputs = new OutputBlocks(arena, nullRows);

  @Test
  void cutsTheOutputsIntoBlocksOfSix() {
    for (int count = 0; count <= 40; count++) {
      List<Long> rows = IntStream.range(0, count).mapToObj(i -> 1000L + i).toList();
      int blocks = fill(rows);
      assertThat(blocks).isEqualTo((count + 5) / 6);
      assertThat(rowsOf(outputs, blocks).stream().flatMap(List::stream)).isEqualTo(rows);
      assertThat(outputs.repeatsRow(blocks)).isFalse();
    }
  }

  private int fill(List<Long> rows) {
    int end = 0;
    for (long row : rows) {
      end = outputs.add(end, row, row % 3 == 0);
    }
    return outputs.complete(end);
  }

  /** The rows of each block, whose labels and rows of zeros are checked. */
  private List<List<Long>> rowsOf(OutputBlocks list, int blocks) {
    List<List<Long>> all = new ArrayList<>();
    for (int index = 0; index < blocks; index++) {
      long block = list.block(index);
      List<Long> rows = new ArrayList<>();
      int labels = 0;
      for (int slot = 0; slot < OutputBlocks.OUTPUTS; slot++) {
        long row = Simd.getLong(block + 8L * slot);
        if (slot < OutputBlocks.count(block)) {
          rows.add(row);
          labels |= row % 3 == 0 ? 1 << slot : 0;
        } else {
          assertThat(row).isEqualTo(Addresses.of(nullRows, slot));
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
        List<Long> rows = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        rows.set(other, rows.get(one));
        assertThat(outputs.repeatsRow(fill(rows))).as("%d and %d", one, other).isTrue();
        assertThat(outputs.repeatsRow(fill(rows.subList(0, other)))).isFalse();
      }
    }
  }

  @Test
  void allowsTheSameRowInDifferentBlocks() {
    List<Long> rows = List.of(1L, 2L, 3L, 4L, 5L, 6L, 6L, 5L, 4L, 3L, 2L, 1L, 1L);
    assertThat(outputs.repeatsRow(fill(rows))).isFalse();
  }

  @Test
  void separatesEqualRowsByANewBlock() {
    assertThat(separated(1, 2, 1, 3)).containsExactly(List.of(1L, 2L), List.of(1L, 3L));
    assertThat(separated(9, 9, 9)).containsExactly(List.of(9L), List.of(9L), List.of(9L));
    assertThat(separated(1, 2, 3, 4, 5, 6, 6, 7, 6, 8, 9))
        .containsExactly(List.of(1L, 2L, 3L, 4L, 5L, 6L), List.of(6L, 7L), List.of(6L, 8L, 9L));
    assertThat(separated(3, 1, 2, 3, 4, 5, 6, 7, 8, 9))
        .containsExactly(List.of(3L, 1L, 2L), List.of(3L, 4L, 5L, 6L, 7L, 8L), List.of(9L));
  }

  private List<List<Long>> separated(long... rows) {
    OutputBlocks copy = new OutputBlocks(arena, nullRows);
    int blocks = fill(IntStream.range(0, rows.length).mapToObj(i -> rows[i]).toList());
    return rowsOf(copy, copy.copySeparated(outputs, blocks));
  }

  @Test
  void startsAnewInTheSameMemory() {
    fill(Stream.iterate(3L, row -> row + 3).limit(30).toList());
    assertThat(rowsOf(outputs, fill(List.of(1L, 2L)))).containsExactly(List.of(1L, 2L));
  }
}
