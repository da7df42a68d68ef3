package org.wordvec.vectors.senses;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Clusters the nodes of a weighted graph, with no number of clusters given (Biemann 2006, "Chinese
 * Whispers: an efficient graph clustering algorithm", section 2.1).
 *
 * <p>Every node starts in a class of its own. In random order, each adopts the class with the
 * largest sum of weights among its neighbours; ties keep the own class, or else choose the
 * lowest-numbered. This is repeated until a round changes nothing, at most {@value #MOST_ROUNDS}
 * times. A round takes time proportional to the number of edges.
 */
public final class ChineseWhispers {
  private static final int MOST_ROUNDS = 100;

  private final List<List<Edge>> edges;
  private final int[] classes;
  private final double[] sums;

  private ChineseWhispers(List<List<Edge>> edges) {
    this.edges = edges;
    this.classes = IntStream.range(0, edges.size()).toArray();
    this.sums = new double[edges.size()];
  }

  /** An edge to a node, with a positive weight. */
  public record Edge(int node, double weight) {}

  /**
   * Returns the cluster of each node, numbered from 0 by falling size; equally large ones by their
   * lowest node.
   *
   * @param edges for each node its outgoing edges; an undirected edge is listed at both nodes
   * @param seed seed of the random order; the same seed gives the same clusters
   */
  public static int[] cluster(List<List<Edge>> edges, long seed) {
    ChineseWhispers whispers = new ChineseWhispers(edges);
    whispers.run(new Random(seed));
    return whispers.bySize();
  }

  private void run(Random random) {
    int[] order = IntStream.range(0, classes.length).toArray();
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      shuffle(order, random);
      changed = false;
      for (int node : order) {
        int best = strongest(node);
        changed |= best != classes[node];
        classes[node] = best;
      }
    }
  }

  private int strongest(int node) {
    List<Edge> leaving = edges.get(node);
    for (Edge edge : leaving) {
      sums[classes[edge.node]] += edge.weight;
    }
    int best = classes[node];
    for (Edge edge : leaving) {
      int candidate = classes[edge.node];
      double more = sums[candidate] - sums[best];
      if (more > 0 || (more == 0 && best != classes[node] && candidate < best)) {
        best = candidate;
      }
    }
    for (Edge edge : leaving) {
      sums[classes[edge.node]] = 0;
    }
    return best;
  }

  private int[] bySize() {
    int[] sizes = new int[classes.length];
    int[] first = new int[classes.length];
    for (int node = classes.length - 1; node >= 0; node--) {
      sizes[classes[node]]++;
      first[classes[node]] = node;
    }
    List<Integer> ranked =
        Arrays.stream(classes)
            .distinct()
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer c) -> -sizes[c]).thenComparingInt(c -> first[c]))
            .toList();
    int[] rank = new int[classes.length];
    for (int i = 0; i < ranked.size(); i++) {
      rank[ranked.get(i)] = i;
    }
    return Arrays.stream(classes).map(c -> rank[c]).toArray();
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int node = order[i];
      order[i] = order[j];
      order[j] = node;
    }
  }
}
