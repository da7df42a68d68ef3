package org.wordvec.compute.kernels;

import java.util.Arrays;

/** What {@link LogisticWindow} documents, in double precision and without a vector. */
final class LogisticReference {
  /** How far the kernel's sigmoid may be off. */
  static final double SIGMOID_ERROR = 2.5e-4;

  private static final int BLOCK = 6;

  final double[][] inputs;
  final double[][] outputs;

  /** Trains in the given rows. */
  LogisticReference(double[][] inputs, double[][] outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Skip-gram; returns the loss of all inputs, each block's from the rows that it finds. */
  double trainEach(int[] ins, int[] outs, boolean[] labels, double rate) {
    double loss = 0;
    for (int from = 0; from < ins.length; from += LogisticWindow.INPUTS_TOGETHER) {
      int to = Math.min(ins.length, from + LogisticWindow.INPUTS_TOGETHER);
      loss += trainTogether(Arrays.copyOfRange(ins, from, to), outs, labels, rate);
    }
    return loss;
  }

  private double trainTogether(int[] ins, int[] outs, boolean[] labels, double rate) {
    double loss = 0;
    int to;
    for (int from = 0; from < outs.length; from = to) {
      to = from + 1;
      while (to < Math.min(outs.length, from + BLOCK) && !isAmong(outs, from, to, outs[to])) {
        to++;
      }
      loss += trainBlock(ins, outs, labels, rate, from, to);
    }
    return loss;
  }

  private static boolean isAmong(int[] outs, int from, int to, int row) {
    return Arrays.stream(outs, from, to).anyMatch(other -> other == row);
  }

  private double trainBlock(
      int[] ins, int[] outs, boolean[] labels, double rate, int from, int to) {
    double[][] coefficients = new double[ins.length][to - from];
    double[][] before = new double[to - from][];
    double loss = 0;
    for (int o = from; o < to; o++) {
      before[o - from] = outputs[outs[o]].clone();
      for (int i = 0; i < ins.length; i++) {
        double dot = dot(inputs[ins[i]], before[o - from]);
        coefficients[i][o - from] = rate * ((labels[o] ? 1 : 0) - sigmoid(dot));
        loss += loss(dot, labels[o]);
      }
    }
    for (int i = 0; i < ins.length; i++) {
      double[] input = inputs[ins[i]].clone();
      for (int o = from; o < to; o++) {
        add(coefficients[i][o - from], before[o - from], inputs[ins[i]]);
        add(coefficients[i][o - from], input, outputs[outs[o]]);
      }
    }
    return loss;
  }

  /** CBOW; returns the loss of the mean. */
  double trainMean(int[] ins, int[] outs, boolean[] labels, double rate) {
    double[] hidden = new double[inputs[0].length];
    for (int in : ins) {
      add(1.0 / ins.length, inputs[in], hidden);
    }
    double[] gradient = new double[hidden.length];
    double[] coefficients = new double[outs.length];
    double loss = 0;
    for (int o = 0; o < outs.length; o++) {
      double dot = dot(hidden, outputs[outs[o]]);
      coefficients[o] = rate * ((labels[o] ? 1 : 0) - sigmoid(dot));
      loss += loss(dot, labels[o]);
    }
    for (int o = 0; o < outs.length; o++) {
      add(coefficients[o], outputs[outs[o]], gradient);
      add(coefficients[o], hidden, outputs[outs[o]]);
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
    double limited = Math.clamp(x, -LogisticCoefficients.LIMIT, LogisticCoefficients.LIMIT);
    return 1 / (1 + Math.exp(-limited));
  }

  /** Adds a multiple of one row to another. */
  static void add(double factor, double[] source, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }
}
