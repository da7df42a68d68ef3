package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;

class TreeTableTest {
  private static final SenseTree WHOLE =
      new SenseTree(new int[0], new float[0], new float[] {1}, List.of(new float[] {1, 2}));
  private static final SenseTree DIVIDED =
      new SenseTree(
          new int[] {0, 1},
          new float[] {0.9f, 0.3f},
          new float[] {0.5f, 0.2f, 0.3f},
          List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {-1, 5}));

  @AutoClose private final Arena arena = Arena.ofConfined();

  private static TreeTable table() {
    @Nullable SenseTree[] trees = {null, WHOLE, null, DIVIDED, WHOLE, null};
    return TreeTable.of(trees);
  }

  private static void assertSame(@Nullable SenseTree found, SenseTree expected) {
    SenseTree tree = Objects.requireNonNull(found);
    assertThat(tree.parents()).isEqualTo(expected.parents());
    assertThat(tree.separations()).isEqualTo(expected.separations());
    assertThat(tree.shares()).isEqualTo(expected.shares());
    assertThat(tree.means().toArray(float[][]::new))
        .isDeepEqualTo(expected.means().toArray(float[][]::new));
  }

  private static void assertWhole(TreeTable table) {
    assertThat(table.tree(0)).isNull();
    assertSame(table.tree(1), WHOLE);
    assertThat(table.tree(2)).isNull();
    assertSame(table.tree(3), DIVIDED);
    assertSame(table.tree(4), WHOLE);
    assertThat(table.tree(5)).isNull();
    assertThat(table.tree(9)).isNull();
  }

  @Test
  void hasARowForEachCluster() {
    TreeTable table = table();
    assertThat(table.rows()).isEqualTo(5);
    assertThat(table.words()).containsExactly(1, 3, 3, 3, 4);
    assertThat(table.parents()).containsExactly(-1, -1, 0, 1, -1);
    assertThat(table.separations()).containsExactly(0, 0, 0.9f, 0.3f, 0);
    assertThat(table.shares()).containsExactly(1, 0.5f, 0.2f, 0.3f, 1);
    assertThat(table.means().apply(3)).containsExactly(-1, 5);
    assertWhole(table);
  }

  @Test
  void comesBackFromItsColumns() {
    TreeTable table = table();
    TreeTable other = TreeTable.allocate(table.rows(), table.means());
    other.setColumns(table.columns(arena));
    assertWhole(other);
  }

  @Test
  void columnsHoldAnyWordExactly() {
    int[] words = {0, 65_535, 65_536, 16_777_215, 16_777_217, 33_554_433, Integer.MAX_VALUE};
    int[] parents = {-1, 0, 1, 2, 99, 98, -1};
    float[] separations = {0, 0.1f, Float.MIN_VALUE, 1.9999999f, 3, 0.3f, 0.7f};
    float[] shares = {1, 0.1f, 0.33333334f, 1e-7f, 0.5f, 0.6f, 0.7f};
    TreeTable table = new TreeTable(words, parents, separations, shares, row -> new float[1]);
    TreeTable other = TreeTable.allocate(words.length, row -> new float[1]);
    other.setColumns(table.columns(arena));
    assertThat(other.words()).isEqualTo(words);
    assertThat(other.parents()).isEqualTo(parents);
    assertThat(other.separations()).isEqualTo(separations);
    assertThat(other.shares()).isEqualTo(shares);
    assertThat(other.tree(Integer.MAX_VALUE)).isNotNull();
  }

  @Test
  void noTreesAreNoRows() {
    TreeTable table = TreeTable.of(new @Nullable SenseTree[3]);
    assertThat(table.rows()).isZero();
    Matrix columns = table.columns(arena);
    assertThat(columns.rows()).isZero();
    TreeTable.allocate(0, table.means()).setColumns(columns);
    assertThat(table.tree(1)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.5", "1, 1, 0.5", "1, -2, 0.5", "2, -1, 0.2", "2, 1, 0.2", "2, 2, 0.2", "2, -7, 0.2",
    "3, 3, 0.3", "2, 0, 0", "2, 0, -0.2", "2, 0, 1.01", "2, 0, NaN", "3, 1, Infinity", "1, -1, NaN",
  })
  void aRowThatIsNoPartOfItsWordIsNamed(int row, int parent, float share) {
    TreeTable table = table();
    table.parents()[row] = parent;
    table.shares()[row] = share;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.tree(3))
        .withMessage("cluster " + row + " is not a part of its word");
    assertSame(table.tree(4), WHOLE);
  }
}
