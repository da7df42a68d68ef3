package org.wordvec.word2vec;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Skip-gram in plain loops, which the trainers are compared with.
 *
 * <p>Each word c of a window predicts the word w in its middle (Mikolov et al. 2013,
 * arXiv:1301.3781, section 3.2). In place of a softmax over the vocabulary, the input vector v[c]
 * is to tell a few output vectors u[o] with label t[o] = 1 from others with label 0:
 *
 * <pre>
 *   p[c][o] = sigmoid(v[c] . u[o])
 *   loss    = - sum over c and o of log(t[o] = 1 ? p[c][o] : 1 - p[c][o])
 *   g[c][o] = rate * (t[o] - p[c][o])
 *   v[c]   += sum over o of g[c][o] u[o]
 *   u[o]   += sum over c of g[c][o] v[c]
 * </pre>
 *
 * <p>The right sides are those before the window: unlike in word2vec.c, all words of a window share
 * their noise words, and no vector changes before all g of the window are known (Ji et al. 2016,
 * arXiv:1604.04661, section 3).
 */
public record SkipGramReference(List<double[]> inputs, List<double[]> outputs)
    implements ReferenceTraining.Model {
  /**
   * An output vector that a window is trained against.
   *
   * @param row of the outputs
   * @param label 1 where the prediction is to approach 1, else 0
   */
  public record Target(int row, int label) {}

  /**
   * Negative sampling (arXiv:1310.4546, section 2.2): the word itself against noise words, of which
   * those that equal it are left out, as in word2vec.c.
   */
  static List<Target> negativeSampling(int word, IntStream noise) {
    return Stream.concat(
            Stream.of(new Target(word, 1)),
            noise.filter(other -> other != word).mapToObj(other -> new Target(other, 0)))
        .toList();
  }

  /**
   * Hierarchical softmax (arXiv:1310.4546, section 2.1): the inner nodes on the path from the root
   * of the Huffman tree to the word, with label 1 where the code is 0, as in word2vec.c.
   */
  static List<Target> hierarchicalSoftmax(int word, HuffmanTree tree) {
    return IntStream.range(tree.start(word), tree.start(word + 1))
        .mapToObj(at -> new Target(tree.node(at), tree.branch(at) ? 0 : 1))
        .toList();
  }

  @Override
  public double train(List<Integer> context, List<Target> targets, double rate) {
    List<double[]> v = context.stream().map(c -> inputs.get(c).clone()).toList();
    List<double[]> u = targets.stream().map(target -> outputs.get(target.row()).clone()).toList();
    double loss = 0;
    for (int c = 0; c < context.size(); c++) {
      for (int o = 0; o < targets.size(); o++) {
        double p = sigmoid(dot(v.get(c), u.get(o)));
        loss -= Math.log(targets.get(o).label() == 1 ? p : 1 - p);
        double g = rate * (targets.get(o).label() - p);
        add(g, u.get(o), inputs.get(context.get(c)));
        add(g, v.get(c), outputs.get(targets.get(o).row()));
      }
    }
    return loss;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds a multiple of one vector to another. */
  static void add(double factor, double[] source, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }
}
