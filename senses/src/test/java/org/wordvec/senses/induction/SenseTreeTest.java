package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.vectors.Geometry;

class SenseTreeTest {
  /** 0 is divided into 0 and 1, then 1 into 1 and 2, then 0 into 0 and 3. */
  private static final SenseTree TREE =
      new SenseTree(
          new int[] {0, 1, 0},
          new float[] {1.2f, 0.5f, 0.9f},
          new float[] {0.4f, 0.3f, 0.2f, 0.1f},
          List.of(
              new float[] {1, 0, 0},
              new float[] {0, 2, 0},
              new float[] {0, 0, 1},
              new float[] {-1, 0, 4}));

  @Test
  void dividesUpToTheFirstStepThatSeparatesNoMoreThanTheLimit() {
    assertThat(TREE.size()).isEqualTo(4);
    assertThat(TREE.clusters(2)).isEqualTo(1);
    assertThat(TREE.clusters(1.2f)).isEqualTo(1);
    assertThat(TREE.clusters(1.1)).isEqualTo(2);
    assertThat(TREE.clusters(0.6)).isEqualTo(2);
    assertThat(TREE.clusters(0.5)).isEqualTo(2);
    assertThat(TREE.clusters(0.4)).isEqualTo(4);
    assertThat(TREE.clusters(0)).isEqualTo(4);
  }

  @Test
  void aDivisionJoinsWhatWasDividedLater() {
    assertDivision(1, new double[] {1}, new float[] {0.3f, 0.6f, 0.6f});
    assertDivision(2, new double[] {0.5, 0.5}, new float[] {0.3f, 0, 0.4f}, new float[] {0, 3, 1});
    assertDivision(
        3,
        new double[] {0.5, 0.3, 0.2},
        new float[] {0.3f, 0, 0.4f},
        new float[] {0, 1, 0},
        new float[] {0, 0, 1});
    assertDivision(
        4,
        new double[] {0.4, 0.3, 0.2, 0.1},
        new float[] {1, 0, 0},
        new float[] {0, 1, 0},
        new float[] {0, 0, 1},
        new float[] {-1, 0, 4});
  }

  private static void assertDivision(int clusters, double[] shares, float[]... directions) {
    List<SenseTree.Cluster> division = TREE.division(clusters);
    assertThat(division).hasSize(clusters);
    for (int i = 0; i < clusters; i++) {
      assertThat(division.get(i).share()).isCloseTo(shares[i], within(1e-6));
      assertThat(division.get(i).centre())
          .containsExactly(Geometry.unit(directions[i]), within(1e-6f));
    }
  }

  @Test
  void aTreeOfOneClusterIsWhole() {
    SenseTree whole =
        new SenseTree(new int[0], new float[0], new float[] {1}, List.of(new float[] {0, 3}));
    assertThat(whole.clusters(0)).isEqualTo(1);
    assertThat(whole.division(1).getFirst().share()).isEqualTo(1);
    assertThat(whole.division(1).getFirst().centre()).containsExactly(0, 1);
  }
}
