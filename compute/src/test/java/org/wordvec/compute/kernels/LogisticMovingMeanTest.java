package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.LossMeter;

@Tag("kernel")
class LogisticMovingMeanTest {
  private static final int INPUT_ROWS = 12;
  private static final int OUTPUT_ROWS = 22;
  private static final float RATE = 0.03f;

  @AutoClose private final Arena arena = Arena.ofConfined();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65, 100, 300})
  void agreesWithDoublePrecision(int dimensions) {
    Random random = new Random(dimensions);
    Matrix in = Matrix.allocate(arena, INPUT_ROWS, dimensions);
    Matrix out = Matrix.allocate(arena, OUTPUT_ROWS, dimensions);
    LogisticWindow window = new LogisticWindow(arena, in, out);
    for (int outputs = 0; outputs <= 70; outputs += 1 + outputs / 10) {
      int[] ins = random.ints(1 + random.nextInt(25), 1, INPUT_ROWS - 1).toArray();
      int[] outs = random.ints(outputs, 1, OUTPUT_ROWS - 1).toArray();
      boolean[] labels = new boolean[outputs];
      for (int o = 0; o < outputs; o++) {
        labels[o] = random.nextInt(3) == 0;
      }
      check(window, in, out, ins, outs, labels);
    }
  }

  @Test
  void movesAlongTheGradientOfTheLoss() {
    int dimensions = 9;
    int[] ins = {1, 2, 3, 2};
    int[] outs = {4, 5, 6, 7, 8};
    boolean[] labels = {true, false, true, false, false};
    double[][] inputs = KernelData.rows(KernelData.random(arena, 10, dimensions, 1, 1));
    double[][] outputs = KernelData.rows(KernelData.random(arena, 10, dimensions, 2, 2));
    Matrix trainedInputs = KernelData.random(arena, 10, dimensions, 1, 1);
    Matrix trainedOutputs = KernelData.random(arena, 10, dimensions, 2, 2);
    float rate = 0.01f;
    LogisticWindow window = new LogisticWindow(arena, trainedInputs, trainedOutputs);
    for (int o = 0; o < outs.length; o++) {
      window.add(outs[o], labels[o]);
    }
    window.trainMovingMean(ins, ins.length, rate, 1, null);
    for (int column = 0; column < dimensions; column++) {
      // A row gets the gradient of the mean, which is that of the row times the rows over the times
      // it is named, once for each time.
      double inputStep = trainedInputs.get(3, column) - inputs[3][column];
      double inputSlope = slope(inputs, outputs, inputs[3], column, ins, outs, labels);
      assertThat(inputStep / rate).isCloseTo(-ins.length * inputSlope, within(2e-3));
      double outputStep = trainedOutputs.get(6, column) - outputs[6][column];
      double outputSlope = slope(inputs, outputs, outputs[6], column, ins, outs, labels);
      assertThat(outputStep / rate).isCloseTo(-outputSlope, within(2e-3));
      double twice = trainedInputs.get(2, column) - inputs[2][column];
      assertThat(twice).isCloseTo(2 * inputStep, within(1e-6));
    }
  }

  @Test
  void measuresALossThatIsNoNumberWhereARowIsNone() {
    Matrix inputs = KernelData.random(arena, 2, 9, 1, 1);
    Matrix outputs = KernelData.random(arena, 2, 9, 1, 2);
    outputs.set(1, 3, Float.NaN);
    LogisticWindow window = new LogisticWindow(arena, inputs, outputs);
    window.add(1, false);
    LossMeter meter = new LossMeter();
    window.trainMovingMean(new int[] {1}, 1, 0.1f, 1, meter);
    assertThat(meter.mean()).isNaN();
  }

  private void check(
      LogisticWindow window,
      Matrix inputs,
      Matrix outputs,
      int[] ins,
      int[] outs,
      boolean[] labels) {
    KernelData.fill(inputs, 1, ins.length);
    KernelData.fill(outputs, 1, outs.length);
    double[][] expectedInputs = KernelData.rows(inputs);
    double[][] expectedOutputs = KernelData.rows(outputs);
    double loss = train(expectedInputs, expectedOutputs, ins, outs, labels);
    window.clear();
    for (int o = 0; o < outs.length; o++) {
      window.add(outs[o], labels[o]);
    }
    LossMeter meter = new LossMeter();
    window.trainMovingMean(ins, ins.length, RATE, 1, meter);
    double tolerance = 1e-4 * (1 + outs.length);
    assertClose(inputs, expectedInputs, tolerance);
    assertClose(outputs, expectedOutputs, tolerance);
    assertThat(KernelData.paddingIsZero(inputs)).isTrue();
    assertThat(KernelData.paddingIsZero(outputs)).isTrue();
    assertThat(meter.mean()).isCloseTo(loss, within(5e-3 * (1 + outs.length)));
  }

  /** What {@link LogisticWindow#trainMovingMean} documents; returns the loss. */
  private static double train(
      double[][] inputs, double[][] outputs, int[] ins, int[] outs, boolean[] labels) {
    double[][] before = Arrays.stream(outputs).map(double[]::clone).toArray(double[][]::new);
    double[] start = mean(inputs, ins);
    double[] hidden = start.clone();
    double loss = 0;
    for (int from = 0; from < outs.length; from += 6) {
      int to = Math.min(outs.length, from + 6);
      double[] old = hidden.clone();
      double[] coefficients = new double[to - from];
      for (int o = from; o < to; o++) {
        double dot = dot(old, outputs[outs[o]]);
        coefficients[o - from] = RATE * ((labels[o] ? 1 : 0) - LogisticReference.sigmoid(dot));
        loss += LogisticReference.loss(dot(start, before[outs[o]]), labels[o]);
      }
      for (int o = from; o < to; o++) {
        for (int i = 0; i < hidden.length; i++) {
          hidden[i] += coefficients[o - from] * outputs[outs[o]][i];
          outputs[outs[o]][i] += coefficients[o - from] * old[i];
        }
      }
    }
    for (int in : ins) {
      for (int i = 0; i < hidden.length; i++) {
        inputs[in][i] += hidden[i] - start[i];
      }
    }
    return loss;
  }

  /** By finite differences: how the loss changes with one value of a row. */
  private static double slope(
      double[][] inputs,
      double[][] outputs,
      double[] row,
      int column,
      int[] ins,
      int[] outs,
      boolean[] labels) {
    double step = 1e-5;
    double value = row[column];
    row[column] = value + step;
    double above = loss(inputs, outputs, ins, outs, labels);
    row[column] = value - step;
    double below = loss(inputs, outputs, ins, outs, labels);
    row[column] = value;
    return (above - below) / (2 * step);
  }

  private static double loss(
      double[][] inputs, double[][] outputs, int[] ins, int[] outs, boolean[] labels) {
    double[] hidden = mean(inputs, ins);
    double loss = 0;
    for (int o = 0; o < outs.length; o++) {
      loss += LogisticReference.loss(dot(hidden, outputs[outs[o]]), labels[o]);
    }
    return loss;
  }

  private static double[] mean(double[][] inputs, int[] ins) {
    double[] mean = new double[inputs[0].length];
    for (int in : ins) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += inputs[in][i] / ins.length;
      }
    }
    return mean;
  }

  private static double dot(double[] left, double[] right) {
    return LogisticReference.dot(left, right);
  }

  private static void assertClose(Matrix actual, double[][] expected, double tolerance) {
    for (int row = 0; row < expected.length; row++) {
      for (int column = 0; column < expected[row].length; column++) {
        assertThat((double) actual.get(row, column))
            .isCloseTo(expected[row][column], within(tolerance));
      }
    }
  }
}
