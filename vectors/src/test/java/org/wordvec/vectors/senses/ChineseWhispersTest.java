package org.wordvec.vectors.senses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.vectors.senses.ChineseWhispers.Edge;

class ChineseWhispersTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void cliquesWithAWeakBridgeAreClusters(long seed) {
    List<List<Edge>> edges = graph(9);
    clique(edges, 1, 0, 1, 2);
    clique(edges, 1, 3, 4, 5, 6, 7);
    tie(edges, 2, 3, 0.1);
    assertThat(ChineseWhispers.cluster(edges, seed)).containsExactly(1, 1, 1, 0, 0, 0, 0, 0, 2);
  }

  @Test
  void theSeedDecides() {
    List<List<Edge>> edges = graph(40);
    for (int i = 0; i < 40; i++) {
      tie(edges, i, (i + 1) % 40, 1);
    }
    int[] once = ChineseWhispers.cluster(edges, 7);
    assertThat(ChineseWhispers.cluster(edges, 7)).isEqualTo(once);
    assertThat(List.of(1L, 2L, 3L, 4L))
        .anyMatch(seed -> !java.util.Arrays.equals(ChineseWhispers.cluster(edges, seed), once));
  }

  @Test
  void weightsOutweighEdgeCounts() {
    List<List<Edge>> edges = graph(6);
    clique(edges, 1, 0, 1, 2);
    clique(edges, 1, 3, 4);
    tie(edges, 5, 0, 1);
    tie(edges, 5, 1, 1);
    tie(edges, 5, 3, 5);
    int[] clusters = ChineseWhispers.cluster(edges, 1);
    assertThat(clusters[5]).isEqualTo(clusters[3]).isNotEqualTo(clusters[0]);
  }

  @Test
  void emptyGraphHasNoClusters() {
    assertThat(ChineseWhispers.cluster(List.of(), 1)).isEmpty();
  }

  private static List<List<Edge>> graph(int nodes) {
    List<List<Edge>> edges = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      edges.add(new ArrayList<>());
    }
    return edges;
  }

  private static void clique(List<List<Edge>> edges, double weight, int... nodes) {
    for (int i : nodes) {
      for (int j : nodes) {
        if (i < j) {
          tie(edges, i, j, weight);
        }
      }
    }
  }

  private static void tie(List<List<Edge>> edges, int left, int right, double weight) {
    edges.get(left).add(new Edge(right, weight));
    edges.get(right).add(new Edge(left, weight));
  }
}
