package org.wordvec.testing;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.word2vec.HuffmanTree;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Outputs;

/** Chooses the output vectors that a predicted word is trained against. */
public final class Targets {
  /** Number of noise words of a pool. */
  public static final int POOL = 2048;

  private final Objective objective;
  private final AliasTable noise;
  private final HuffmanTree tree;

  /**
   * An output vector.
   *
   * @param row of the outputs
   * @param label 1 where the prediction is to approach 1, else 0
   */
  public record Target(int row, int label) {}

  /** Creates the targets of an objective. */
  public Targets(Objective objective, Vocabulary vocabulary) {
    this.objective = objective;
    double exponent =
        objective instanceof Objective.NegativeSampling(int _, double power) ? power : 1;
    this.noise = Outputs.noise(new Objective.NegativeSampling(1, exponent), vocabulary);
    this.tree = HuffmanTree.of(vocabulary.counts());
  }

  /**
   * Returns the targets of a word. Draws number 2 and on at a position under a key choose places in
   * a pool of noise words.
   *
   * @param epochKey of the draws of the pool
   * @param number of the draw whose noise word is at a place of the pool
   */
  public List<Target> of(int word, long key, long at, long epochKey, IntToLongFunction number) {
    return switch (objective) {
      case Objective.HierarchicalSoftmax _ -> hierarchicalSoftmax(word);
      case Objective.NegativeSampling(int negatives, double _) ->
          negativeSampling(
              word,
              IntStream.range(0, negatives)
                  .map(i -> CounterRandom.below(CounterRandom.draw(key, at, 2 + i), POOL))
                  .mapToLong(number)
                  .mapToInt(draw -> noise.draw(CounterRandom.draw(~epochKey, draw, 0))));
    };
  }

  /**
   * Negative sampling (Mikolov et al. 2013, arXiv:1310.4546, section 2.2): the word itself against
   * noise words, of which those that equal it are left out, as in word2vec.c; fastText draws others
   * in their place.
   */
  private static List<Target> negativeSampling(int word, IntStream noise) {
    return Stream.concat(
            Stream.of(new Target(word, 1)),
            noise.filter(other -> other != word).mapToObj(other -> new Target(other, 0)))
        .toList();
  }

  /**
   * Hierarchical softmax (section 2.1): the inner nodes on the path from the root of the Huffman
   * tree to the word, with label 1 where the code is 0, as in word2vec.c.
   */
  private List<Target> hierarchicalSoftmax(int word) {
    return IntStream.range(tree.start(word), tree.start(word + 1))
        .mapToObj(at -> new Target(tree.node(at), tree.branch(at) ? 0 : 1))
        .toList();
  }
}
