package org.wordvec.word2vec;

import java.util.List;
import org.wordvec.testing.Targets.Target;

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
 * arXiv:1604.04661, section 3). A trainer that changes a window's rows one part after another is
 * followed by {@link WindowOrder}.
 */
public record SkipGramReference(List<double[]> inputs, List<double[]> outputs) {
  /** Trains a window at once and returns its loss before it has learnt. */
  double train(List<Integer> context, List<Target> targets, double rate) {
    List<double[]> v = read(context);
    List<double[]> u = readOutputs(targets);
    double[][] g = coefficients(v, u, targets, rate);
    update(context, v, targets, u, g);
    return loss(g, rate);
  }

  /** Returns copies of the input vectors of words. */
  List<double[]> read(List<Integer> context) {
    return context.stream().map(c -> inputs.get(c).clone()).toList();
  }

  /** Returns copies of the output vectors of targets. */
  List<double[]> readOutputs(List<Target> targets) {
    return targets.stream().map(target -> outputs.get(target.row()).clone()).toList();
  }

  /** Returns g, {@code [context, targets]}. */
  double[][] coefficients(List<double[]> v, List<double[]> u, List<Target> targets, double rate) {
    double[][] g = new double[v.size()][targets.size()];
    for (int c = 0; c < v.size(); c++) {
      for (int o = 0; o < targets.size(); o++) {
        g[c][o] = rate * (targets.get(o).label() - sigmoid(dot(v.get(c), u.get(o))));
      }
    }
    return g;
  }

  /** Changes the input vectors of words, which were v, and the output vectors, which were u. */
  void update(
      List<Integer> context,
      List<double[]> v,
      List<Target> targets,
      List<double[]> u,
      double[][] g) {
    for (int c = 0; c < context.size(); c++) {
      for (int o = 0; o < targets.size(); o++) {
        add(g[c][o], u.get(o), inputs.get(context.get(c)));
        add(g[c][o], v.get(c), outputs.get(targets.get(o).row()));
      }
    }
  }

  /** Returns the loss: what a prediction misses, |t - p|, is |g| / rate. */
  static double loss(double[][] g, double rate) {
    double loss = 0;
    for (double[] row : g) {
      for (double value : row) {
        loss -= Math.log(1 - Math.abs(value) / rate);
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
