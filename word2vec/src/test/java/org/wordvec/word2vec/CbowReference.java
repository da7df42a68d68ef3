package org.wordvec.word2vec;

import static org.wordvec.word2vec.SkipGramReference.add;
import static org.wordvec.word2vec.SkipGramReference.dot;
import static org.wordvec.word2vec.SkipGramReference.sigmoid;

import java.util.List;
import org.wordvec.testing.Targets.Target;

/**
 * CBOW in plain loops, which the trainers are compared with.
 *
 * <p>The mean h of the input vectors v[c] of a window predicts the word in its middle (Mikolov et
 * al. 2013, arXiv:1301.3781, section 3.1), by the output vectors u[o] and labels t[o] of negative
 * sampling or hierarchical softmax, which are those of {@link SkipGramReference}:
 *
 * <pre>
 *   h     = 1/n sum over c of v[c]
 *   p[o]  = sigmoid(h . u[o])
 *   loss  = - sum over o of log(t[o] = 1 ? p[o] : 1 - p[o])
 *   g[o]  = rate * (t[o] - p[o])
 *   v[c] += sum over o of g[o] u[o]
 *   u[o] += g[o] h
 * </pre>
 *
 * <p>As in word2vec.c each v[c] receives the whole gradient of h, and not 1/n of it. The g of a
 * group of outputs are known before any of them changes; one that occurs twice changes in turn.
 */
public record CbowReference(List<double[]> inputs, List<double[]> outputs) {
  /** Trains a window and returns its loss before it has learnt. */
  double train(List<Integer> context, List<List<Target>> groups, double rate) {
    double[] h = new double[inputs.getFirst().length];
    for (int c : context) {
      add(1.0 / context.size(), inputs.get(c), h);
    }
    double[] gradient = new double[h.length];
    double loss = 0;
    for (List<Target> group : groups) {
      double[] g = new double[group.size()];
      for (int o = 0; o < g.length; o++) {
        Target target = group.get(o);
        double p = sigmoid(dot(h, outputs.get(target.row())));
        loss -= Math.log(target.label() == 1 ? p : 1 - p);
        g[o] = rate * (target.label() - p);
      }
      for (int o = 0; o < g.length; o++) {
        double[] u = outputs.get(group.get(o).row());
        add(g[o], u, gradient);
        add(g[o], h, u);
      }
    }
    for (int c : context) {
      add(1, gradient, inputs.get(c));
    }
    return loss;
  }
}
