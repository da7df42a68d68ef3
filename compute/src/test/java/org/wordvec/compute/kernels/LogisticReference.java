package org.wordvec.compute.kernels;

/**
 * What {@link LogisticWindow} documents, in double precision and without a vector: coefficients,
 * then updates tile by tile.
 */
final class LogisticReference {
  /** How far the kernel's sigmoid may be off. */
  static final double SIGMOID_ERROR = 2.5e-4;

  private static final int SINGLE_OUTPUTS = 6;

  final double[][] inputs;
  final double[][] outputs;

  /** Trains in the given rows. */
  LogisticReference(double[][] inputs, double[][] outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Skip-gram; returns the loss of all inputs. */
  double trainEach(int[] ins, int[] outs, boolean[] labels, double rate) {
    double loss = 0;
    double[][] gradients = new double[ins.length][outs.length];
    for (int i = 0; i < ins.length; i++) {
      for (int o = 0; o < outs.length; o++) {
        double dot = dot(inputs[ins[i]], outputs[outs[o]]);
        gradients[i][o] = rate * ((labels[o] ? 1 : 0) - sigmoid(dot));
        loss += loss(dot, labels[o]);
      }
    }
    // As few groups as do, of four outputs first, then of three.
    int groups = (outs.length + 3) / 4;
    int to;
    for (int from = 0, group = 0; from < outs.length; from = to, group++) {
      to = Math.min(outs.length, from + (group < outs.length - 3 * groups ? 4 : 3));
      for (int i = 0; i < ins.length; i++) {
        boolean pair = i + 1 < ins.length && ins[i + 1] != ins[i];
        updateTile(ins, i, pair ? i + 2 : i + 1, outs, from, to, gradients);
        i += pair ? 1 : 0;
      }
    }
    return loss;
  }

  private void updateTile(
      int[] ins, int firstIn, int endIn, int[] outs, int from, int to, double[][] gradients) {
    double[][] old = new double[endIn - firstIn][];
    for (int i = firstIn; i < endIn; i++) {
      old[i - firstIn] = inputs[ins[i]].clone();
    }
    for (int o = from; o < to; o++) {
      double[] output = outputs[outs[o]];
      double[] oldOutput = output.clone();
      for (int i = firstIn; i < endIn; i++) {
        add(gradients[i][o], oldOutput, inputs[ins[i]]);
        add(gradients[i][o], old[i - firstIn], output);
      }
    }
  }

  /** CBOW; returns the loss of the mean. */
  double trainMean(int[] ins, int[] outs, boolean[] labels, double rate) {
    double[] hidden = new double[inputs[0].length];
    for (int in : ins) {
      add(1.0 / ins.length, inputs[in], hidden);
    }
    double[] gradient = new double[hidden.length];
    double loss = 0;
    for (int from = 0; from < outs.length; from += SINGLE_OUTPUTS) {
      int to = Math.min(outs.length, from + SINGLE_OUTPUTS);
      double[] coefficients = new double[to - from];
      for (int o = from; o < to; o++) {
        double dot = dot(hidden, outputs[outs[o]]);
        coefficients[o - from] = rate * ((labels[o] ? 1 : 0) - sigmoid(dot));
        loss += loss(dot, labels[o]);
      }
      for (int o = from; o < to; o++) {
        add(coefficients[o - from], outputs[outs[o]], gradient);
        add(coefficients[o - from], hidden, outputs[outs[o]]);
      }
    }
    for (int in : ins) {
      add(1, gradient, inputs[in]);
    }
    return loss;
  }

  /** The loss that training lowers: the logistic loss of the label. */
  static double loss(double dot, boolean label) {
    return -Math.log(sigmoid(label ? dot : -dot));
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  static double sigmoid(double x) {
    double limited = Math.clamp(x, -LogisticKernel.LIMIT, LogisticKernel.LIMIT);
    return 1 / (1 + Math.exp(-limited));
  }

  private static void add(double factor, double[] source, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }
}
