package org.wordvec.senses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.senses.induction.SenseTree.Cluster;
import org.wordvec.senses.induction.TreeTable;
import org.wordvec.vectors.Geometry;

/**
 * The senses of all words of a vocabulary, and what tells them apart in a context. Immutable and
 * safe for use by several threads.
 *
 * @param words of the vocabulary, without senses
 * @param space of contexts
 * @param settings with which the senses were found
 * @param trees the divisions of the words that were frequent enough
 * @param senses which of their clusters are senses
 */
public record SenseInventory(
    WordList words,
    ContextSpace space,
    SenseSettings settings,
    TreeTable trees,
    SenseTable senses) {
  /**
   * How much a cosine of 1 counts in a probability: the value with which the probabilities of
   * pseudo-words' senses are right as often as they say, see docs/design/senses.md.
   */
  private static final double SHARPNESS = 12;

  private static final char MARK = '#';

  /** Returns the name of a sense of a word: {@code bank#1}, or {@code bank} if it has only one. */
  public String name(int word, int sense) {
    return name(words.word(word), sense, senses.senses(word));
  }

  /** Returns the name of a sense, numbered from 0, of a word that has some. */
  static String name(String word, int sense, int senses) {
    return senses == 1 ? word : word + MARK + (sense + 1);
  }

  /** Returns the senses of a word as clusters of contexts, the most frequent first. */
  public List<Cluster> clusters(int word) {
    SenseTree tree = trees.tree(word);
    if (tree == null) {
      return List.of();
    }
    int[] ranking = senses.clusters(word);
    float[] shares = senses.shares(word);
    List<Cluster> division = tree.division(ranking.length);
    List<Cluster> ranked = new ArrayList<>();
    for (int sense = 0; sense < ranking.length; sense++) {
      ranked.add(new Cluster(shares[sense], division.get(ranking[sense]).centre()));
    }
    return ranked;
  }

  /** Returns the finest division of a word's contexts, into its usages; none if it is too rare. */
  public List<Cluster> usages(int word) {
    SenseTree tree = trees.tree(word);
    return tree == null ? List.of() : tree.division(tree.size());
  }

  /**
   * Returns the probability of each cluster in a context: proportional to {@code share × exp(12
   * cos)} with the cosine between context and centre.
   *
   * @param context as {@link ContextSpace#describe} gives it
   */
  public static double[] probabilities(List<Cluster> clusters, float[] context) {
    double[] scores =
        clusters.stream()
            .mapToDouble(
                cluster ->
                    Math.log(cluster.share()) + SHARPNESS * Geometry.dot(cluster.centre(), context))
            .toArray();
    double greatest = Arrays.stream(scores).max().orElse(0);
    double sum = Arrays.stream(scores).map(score -> Math.exp(score - greatest)).sum();
    return Arrays.stream(scores).map(score -> Math.exp(score - greatest) / sum).toArray();
  }
}
