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
 * <p>Each z[g] receives the whole gradient. All e are those before the window changes anything,
 * where fastText's model.cc takes the mean anew for every predicted word; no difference in accuracy
 * was found. A u[o] that occurs twice changes in turn.
 */
record FastTextReference(List<double[]> inputs, List<double[]> outputs) {
  /**
   * Trains the rows of a window, those that occur twice twice, against all of its targets. Returns
   * the loss before it has learnt.
   */
  double train(List<Integer> rows, List<Target> targets, double rate) {
    double[] h = new double[inputs.getFirst().length];
    rows.forEach(row -> add(1.0 / rows.size(), inputs.get(row), h));
    double loss = targets.stream().mapToDouble(target -> loss(h, target)).sum();
    double[] e =
        targets.stream().mapToDouble(target -> rate * (target.label() - p(h, target))).toArray();
    double[] gradient = new double[h.length];
    for (int o = 0; o < e.length; o++) {
      double[] u = outputs.get(targets.get(o).row());
      add(e[o], u, gradient);
      add(e[o], h, u);
    }
    rows.forEach(row -> add(1, gradient, inputs.get(row)));
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
