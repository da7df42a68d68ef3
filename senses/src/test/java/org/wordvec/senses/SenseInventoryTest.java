package org.wordvec.senses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.senses.induction.SenseTree.Cluster;
import org.wordvec.senses.induction.TreeTable;

class SenseInventoryTest {
  @AutoClose private final Arena arena = Arena.ofConfined();

  /**
   * {@code rare} has no tree, {@code one} a single sense of two usages, {@code bank} two of three.
   */
  private SenseInventory inventory() {
    SenseTree tree =
        new SenseTree(
            new int[] {0, 0},
            new float[] {0.95f, 0.4f},
            new float[] {0.25f, 0.5f, 0.25f},
            List.of(new float[] {2, 0, 0}, new float[] {0, 3, 0}, new float[] {0, 0, 2}));
    SenseTree whole =
        new SenseTree(
            new int[] {0},
            new float[] {0.4f},
            new float[] {0.5f, 0.5f},
            List.of(new float[] {1, 0, 0}, new float[] {0, 1, 0}));
    @Nullable SenseTree[] trees = {whole, null, tree};
    return new SenseInventory(
        WordList.of(List.of("one", "rare", "bank")),
        new ContextSpace(Matrix.allocate(arena, 3, 1), new float[3]),
        SenseSettings.DEFAULT,
        TreeTable.of(trees),
        new SenseTable(new int[] {2, 2}, new int[] {1, 0}, new float[] {0.6f, 0.4f}));
  }

  @Test
  void namesSensesByTheirNumbers() {
    assertThat(inventory().name(0, 0)).isEqualTo("one");
    assertThat(inventory().name(1, 0)).isEqualTo("rare");
    assertThat(inventory().name(2, 0)).isEqualTo("bank#1");
    assertThat(inventory().name(2, 1)).isEqualTo("bank#2");
  }

  @Test
  void sensesAreRankedAndHaveTheSharesOfTheCorpus() {
    List<Cluster> senses = inventory().clusters(2);
    assertThat(senses).hasSize(2);
    assertThat(senses.get(0).share()).isEqualTo(0.6f);
    assertThat(senses.get(0).centre()).containsExactly(0, 1, 0);
    assertThat(senses.get(1).share()).isEqualTo(0.4f);
    float half = (float) Math.sqrt(0.5);
    assertThat(senses.get(1).centre()).containsExactly(new float[] {half, 0, half}, within(1e-6f));
  }

  @Test
  void aWordOfOneSenseHasThatOfAllItsContexts() {
    List<Cluster> senses = inventory().clusters(0);
    assertThat(senses).hasSize(1);
    assertThat(senses.getFirst().share()).isEqualTo(1);
    float half = (float) Math.sqrt(0.5);
    assertThat(senses.getFirst().centre())
        .containsExactly(new float[] {half, half, 0}, within(1e-6f));
    assertThat(inventory().clusters(1)).isEmpty();
  }

  @Test
  void usagesAreTheFinestDivision() {
    assertThat(inventory().usages(2)).map(Cluster::share).containsExactly(0.25, 0.5, 0.25);
    assertThat(inventory().usages(0)).map(Cluster::share).containsExactly(0.5, 0.5);
    assertThat(inventory().usages(1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1", "0.6, 0.8", "-1, 0", "0.01, -0.9"})
  void probabilitiesAreTheSoftmaxOfCosinesWeightedByShares(float x, float y) {
    List<Cluster> clusters =
        List.of(
            new Cluster(0.5, new float[] {1, 0}),
            new Cluster(0.3, new float[] {0.6f, 0.8f}),
            new Cluster(0.2, new float[] {0, -1}));
    double[] found = SenseInventory.probabilities(clusters, new float[] {x, y});
    double[] expected = {
      0.5 * Math.exp(12 * x), 0.3 * Math.exp(12 * (0.6 * x + 0.8 * y)), 0.2 * Math.exp(-12 * y)
    };
    double sum = Arrays.stream(expected).sum();
    for (int i = 0; i < 3; i++) {
      assertThat(found[i]).isCloseTo(expected[i] / sum, within(1e-6));
    }
    assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void probabilitiesOfAContextThatTellsNothingAreTheShares() {
    List<Cluster> clusters =
        List.of(new Cluster(0.9, new float[] {1, 0}), new Cluster(0.1, new float[] {0, 1}));
    assertThat(SenseInventory.probabilities(clusters, new float[2]))
        .containsExactly(new double[] {0.9, 0.1}, within(1e-12));
    assertThat(SenseInventory.probabilities(clusters.subList(1, 2), new float[2]))
        .containsExactly(1);
    assertThat(SenseInventory.probabilities(List.of(), new float[2])).isEmpty();
  }

  @Test
  void aSenseThatDoesNotOccurIsNeverLikely() {
    List<Cluster> clusters =
        List.of(new Cluster(1, new float[] {1, 0}), new Cluster(0, new float[] {0, 1}));
    assertThat(SenseInventory.probabilities(clusters, new float[] {0, 1})).containsExactly(1, 0);
  }
}
