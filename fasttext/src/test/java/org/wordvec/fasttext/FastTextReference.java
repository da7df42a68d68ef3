package org.wordvec.fasttext;

import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.testing.Targets.Target;

/**
 * FastText in plain loops, which the trainer is compared with.
 *
 * <p>A word's vector is the mean of the rows z[g] of the word itself and of its n-grams (Bojanowski
 * et al. 2017, arXiv:1607.04606, section 3.2, where it is the sum; the program fastText takes the
 * mean). In skip-gram that of the word in the middle of a window predicts the words around it, in
 * CBOW the mean of the rows of the words around it predicts that in the middle. In place of a
 * softmax over the vocabulary, the mean h is to tell a few output vectors u[o] with label t[o] = 1
 * from others with label 0:
 *
 * <pre>
 *   h     = 1/n sum over g of z[g]
 *   p[o]  = sigmoid(h . u[o])
 *   loss  = - sum over o of log(t[o] = 1 ? p[o] : 1 - p[o])
 *   e[o]  = rate * (t[o] - p[o])
 *   z[g] += sum over o of e[o] u[o]
 *   u[o] += e[o] h
 * </pre>
 *
 * <p>Each z[g] receives the whole gradient, and so h changes by the same. It does after every six
 * outputs, which are as many as a predicted word has with five negatives: fastText's model.cc takes
 * the mean anew for every predicted word. A u[o] that occurs twice among the six changes in turn.
 */
record FastTextReference(List<double[]> inputs, List<double[]> outputs) {
  private static final int AT_ONCE = 6;

  /**
   * Trains the rows of a window, those that occur twice twice, against all of its targets. Returns
   * the loss before it has learnt.
   */
  double train(List<Integer> rows, List<Target> targets, double rate) {
    double[] h = new double[inputs.getFirst().length];
    rows.forEach(row -> add(1.0 / rows.size(), inputs.get(row), h));
    double[] before = h.clone();
    double loss = targets.stream().mapToDouble(target -> loss(before, target)).sum();
    for (int from = 0; from < targets.size(); from += AT_ONCE) {
      List<Target> some = targets.subList(from, Math.min(targets.size(), from + AT_ONCE));
      double[] mean = h.clone();
      double[] e = new double[some.size()];
      for (int o = 0; o < e.length; o++) {
        e[o] = rate * (some.get(o).label() - p(mean, some.get(o)));
      }
      for (int o = 0; o < e.length; o++) {
        double[] u = outputs.get(some.get(o).row());
        add(e[o], u, h);
        add(e[o], mean, u);
      }
    }
    add(-1, before, h);
    rows.forEach(row -> add(1, h, inputs.get(row)));
    return loss;
  }

  private double p(double[] h, Target target) {
    return 1 / (1 + Math.exp(-dot(h, outputs.get(target.row()))));
  }

  private double loss(double[] h, Target target) {
    return -Math.log(target.label() == 1 ? p(h, target) : 1 - p(h, target));
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  /** Adds a multiple of one vector to another. */
  private static void add(double factor, double[] source, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }
}
