package org.wordvec.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.vectors.senses.ChineseWhispers;
import org.wordvec.vectors.senses.ChineseWhispers.Edge;

/**
 * Words with positions in the plane.
 *
 * @param words words, most important first; where there is not room for all labels, the first ones
 *     get theirs
 * @param groups number of groups that have a colour of their own
 */
public record WordMap(List<MapWord> words, int groups) {
  private static final int NEAR = 8;
  private static final int SMALLEST_GROUP = 3;

  /** Copies the words. */
  public WordMap {
    words = List.copyOf(words);
  }

  /**
   * A word and its position.
   *
   * @param word the word
   * @param x horizontal position from the left, 0 to 1
   * @param y vertical position from the top, 0 to 1
   * @param group number of the group, from 0 for the largest; -1 for none with a colour of its own
   * @param marked whether the word is highlighted
   */
  public record MapWord(String word, double x, double y, int group, boolean marked) {}

  /**
   * Computes a map. Projects unit vectors; groups are found by {@link ChineseWhispers} on the graph
   * of each word's {@value #NEAR} nearest neighbours.
   *
   * @param vectors words of the map, most important first; no vector may be all zeros
   * @param marked ids of highlighted words
   * @param threads number of threads for the search of neighbours; does not change the result
   * @throws IllegalArgumentException if there are fewer words than the projection needs
   */
  public static WordMap of(
      WordVectors vectors, Set<Integer> marked, Projection projection, long seed, int threads) {
    if (vectors.size() < projection.leastPoints()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the map has %d words, where its method needs %d or more",
              vectors.size(),
              projection.leastPoints()));
    }
    double[][] places = fitted(projection.project(directions(vectors)));
    int[] rows = IntStream.range(0, vectors.size()).toArray();
    List<List<Neighbor>> near = new Neighbors(vectors).nearestToRows(rows, NEAR, threads);
    int[] groups = ChineseWhispers.cluster(graph(near), seed);
    int told = told(groups);
    List<MapWord> words = new ArrayList<>();
    for (int id = 0; id < vectors.size(); id++) {
      int group = groups[id] < told ? groups[id] : -1;
      words.add(
          new MapWord(
              vectors.words().word(id), places[id][0], places[id][1], group, marked.contains(id)));
    }
    return new WordMap(words, told);
  }

  private static float[][] directions(WordVectors vectors) {
    float[][] directions = new float[vectors.size()][];
    for (int id = 0; id < directions.length; id++) {
      float[] row = vectors.matrix().row(id);
      double squares = 0;
      for (float value : row) {
        squares += (double) value * value;
      }
      for (int d = 0; d < row.length && squares > 0; d++) {
        row[d] = (float) (row[d] / Math.sqrt(squares));
      }
      directions[id] = row;
    }
    return directions;
  }

  /** Returns positions shifted and scaled, so that both coordinates range from 0 to 1. */
  private static double[][] fitted(double[][] places) {
    double[][] fitted = new double[places.length][2];
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double[] place : places) {
        low = Math.min(low, place[axis]);
        high = Math.max(high, place[axis]);
      }
      for (int i = 0; i < places.length; i++) {
        fitted[i][axis] = high > low ? (places[i][axis] - low) / (high - low) : 0.5;
      }
    }
    return fitted;
  }

  private static List<List<Edge>> graph(List<List<Neighbor>> near) {
    List<TreeMap<Integer, Double>> weights = new ArrayList<>();
    near.forEach(word -> weights.add(new TreeMap<>()));
    for (int from = 0; from < near.size(); from++) {
      for (Neighbor neighbor : near.get(from)) {
        if (neighbor.similarity() > 0) {
          weights.get(from).merge(neighbor.id(), neighbor.similarity(), Double::sum);
          weights.get(neighbor.id()).merge(from, neighbor.similarity(), Double::sum);
        }
      }
    }
    return weights.stream()
        .map(row -> row.entrySet().stream().map(e -> new Edge(e.getKey(), e.getValue())).toList())
        .toList();
  }

  private static int told(int[] groups) {
    int[] sizes = new int[groups.length];
    for (int group : groups) {
      sizes[group]++;
    }
    int told = 0;
    while (told < Math.min(Palette.SIZE, sizes.length) && sizes[told] >= SMALLEST_GROUP) {
      told++;
    }
    return told;
  }
}
