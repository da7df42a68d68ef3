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
 * Groups the near words of a word into senses, from vectors alone.
 *
 * <p>The near words are the nodes of a graph without the word itself (Dorow and Widdows 2003,
 * "Discovering Corpus-Specific Word Senses"); each is tied to the most similar others, and {@link
 * ChineseWhispers} finds the groups, as in Pelevina, Arefyev, Biemann and Panchenko 2016, "Making
 * Sense of Word Embeddings", section 3.2. Differently from there, similarity is the cosine of what
 * is left of two words once the direction of the word in question is taken out, {@code v − (v·t) t}
 * (orthogonal negation, Widdows 2003): all near words share that direction, and it hides what sets
 * them apart. Takes time proportional to {@code neighbors² × dimensions}. Stateless.
 *
 * @param neighbors how many near words are grouped
 * @param links to how many others each is tied; more make fewer and larger groups
 * @param smallest words in a group; what is in smaller ones is left out
 * @param seed of the clustering; the same seed gives the same groups
 */
public record SenseInduction(int neighbors, int links, int smallest, long seed) {
  /** How many near words are grouped unless told otherwise. */
  public static final int DEFAULT_NEIGHBORS = 100;

  /** Links unless told otherwise. */
  public static final int DEFAULT_LINKS = 10;

  /** The least size of a group unless told otherwise. */
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
   * @param vector of the word
   * @param excluded words that are not to be grouped, such as the word itself
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

  /** Returns the most similar other nodes, as far as they have anything in common. */
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
