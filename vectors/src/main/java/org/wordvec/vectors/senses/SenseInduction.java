package org.wordvec.vectors.senses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.vectors.senses.ChineseWhispers.Edge;

/**
 * Induces the senses of a word by clustering its nearest neighbours.
 *
 * <p>The neighbours are the nodes of a graph without the word itself (Dorow and Widdows 2003,
 * "Discovering Corpus-Specific Word Senses"); each is linked to the most similar others, and {@link
 * ChineseWhispers} finds the clusters, as in Pelevina, Arefyev, Biemann and Panchenko 2016, "Making
 * Sense of Word Embeddings", section 3.2. Unlike there, similarity is the cosine of the residuals
 * {@code v − (v·t) t} without the direction t of the target word (orthogonal negation, Widdows
 * 2003): all neighbours share that direction, which hides their differences. Takes time
 * proportional to {@code neighbors² × dimensions}. Stateless.
 *
 * @param neighbors number of nearest neighbours to cluster, 1 or more
 * @param links number of links of each neighbour, 1 or more; more links yield fewer and larger
 *     clusters
 * @param smallest minimum number of words of a cluster, 1 or more; smaller ones are dropped
 * @param seed seed of the clustering; the same seed gives the same senses
 */
public record SenseInduction(int neighbors, int links, int smallest, long seed) {
  /** Default number of neighbours. */
  public static final int DEFAULT_NEIGHBORS = 100;

  /** Default number of links. */
  public static final int DEFAULT_LINKS = 10;

  /** Default minimum size of a cluster. */
  public static final int DEFAULT_SMALLEST = 3;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public SenseInduction {
    if (neighbors < 1 || links < 1 || smallest < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "neighbors, links and the smallest group must be 1 or more, not %d, %d and %d",
              neighbors,
              links,
              smallest));
    }
  }

  /**
   * Returns the senses of a word, the largest first.
   *
   * @param space the model's vectors
   * @param vector vector of the word
   * @param excluded words that are not clustered, such as the word itself
   * @throws org.wordvec.vectors.ZeroVectorException if the vector is all zeros
   */
  public List<Sense> senses(Neighbors space, float[] vector, String... excluded) {
    List<Neighbor> near = space.of(vector, neighbors, excluded);
    float[] word = Directions.unit(vector);
    List<float[]> rests =
        near.stream()
            .map(neighbor -> space.vectors().matrix().row(neighbor.id()))
            .map(row -> Directions.without(row, word))
            .toList();
    int[] clusters = ChineseWhispers.cluster(graph(rests), seed);
    List<List<Integer>> groups = new ArrayList<>();
    for (int node = 0; node < clusters.length; node++) {
      while (groups.size() <= clusters[node]) {
        groups.add(new ArrayList<>());
      }
      groups.get(clusters[node]).add(node);
    }
    return groups.stream()
        .filter(group -> group.size() >= smallest)
        .map(group -> sense(group, near, rests))
        .toList();
  }

  private List<List<Edge>> graph(List<float[]> nodes) {
    List<TreeMap<Integer, Double>> weights = new ArrayList<>();
    nodes.forEach(node -> weights.add(new TreeMap<>()));
    for (int from = 0; from < nodes.size(); from++) {
      for (Edge edge : nearest(nodes, from)) {
        weights.get(from).merge(edge.node(), edge.weight(), Double::sum);
        weights.get(edge.node()).merge(from, edge.weight(), Double::sum);
      }
    }
    return weights.stream().map(SenseInduction::edges).toList();
  }

  /** Returns the most similar other nodes with a positive similarity. */
  private List<Edge> nearest(List<float[]> nodes, int from) {
    List<Edge> edges = new ArrayList<>();
    for (int to = 0; to < nodes.size(); to++) {
      double similarity = Geometry.dot(nodes.get(from), nodes.get(to));
      if (to != from && similarity > 0) {
        edges.add(new Edge(to, similarity));
      }
    }
    edges.sort(Comparator.comparingDouble(Edge::weight).reversed());
    return edges.subList(0, Math.min(links, edges.size()));
  }

  private static List<Edge> edges(TreeMap<Integer, Double> weights) {
    List<Edge> edges = new ArrayList<>();
    weights.forEach((node, weight) -> edges.add(new Edge(node, weight)));
    return edges;
  }

  private static Sense sense(List<Integer> group, List<Neighbor> near, List<float[]> rests) {
    float[] sum = new float[rests.getFirst().length];
    group.forEach(node -> Directions.add(sum, 1, rests.get(node)));
    float[] centre = Directions.unit(sum);
    List<Neighbor> words =
        group.stream()
            .sorted(
                Comparator.comparingDouble(
                    (Integer node) -> -Geometry.dot(rests.get(node), centre)))
            .map(near::get)
            .toList();
    return new Sense(words, centre, (double) group.size() / near.size());
  }
}
