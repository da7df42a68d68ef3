package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The reference follows the gradient: its step over a tiny rate is minus the slope of the loss. */
class LogisticReferenceTest {
  private static final double RATE = 1e-7;
  private static final int[] IN = {0, 2, 2, 1, 0};
  private static final int[] OUT = {3, 1, 0, 1, 2, 3, 4, 0};
  private static final boolean[] LABELS = {true, false, false, true, false, false, true, false};

  private final double[][] inputs = random(3, 1);
  private final double[][] outputs = random(5, 2);

  @Test
  void skipGramDescendsTheLossOfAllPairs() {
    DoubleSupplier loss = () -> Arrays.stream(IN).mapToDouble(in -> lossOf(inputs[in])).sum();
    double[][] slopeOfInputs = slope(inputs, loss);
    double[][] slopeOfOutputs = slope(outputs, loss);
    LogisticReference trained = new LogisticReference(copy(inputs), copy(outputs));
    assertThat(trained.trainEach(IN, OUT, LABELS, RATE))
        .isCloseTo(loss.getAsDouble(), within(1e-5));
    assertDescends(inputs, trained.inputs, slopeOfInputs, 1);
    assertDescends(outputs, trained.outputs, slopeOfOutputs, 1);
  }

  /** CBOW gives each input the whole gradient of the mean, which is count times its own. */
  @Test
  void cbowDescendsTheLossOfTheMean() {
    DoubleSupplier loss = () -> lossOf(mean());
    double[][] slopeOfInputs = slope(inputs, loss);
    double[][] slopeOfOutputs = slope(outputs, loss);
    LogisticReference trained = new LogisticReference(copy(inputs), copy(outputs));
    assertThat(trained.trainMean(IN, OUT, LABELS, RATE))
        .isCloseTo(loss.getAsDouble(), within(1e-12));
    assertDescends(inputs, trained.inputs, slopeOfInputs, IN.length);
    assertDescends(outputs, trained.outputs, slopeOfOutputs, 1);
  }

  private double lossOf(double[] input) {
    double loss = 0;
    for (int o = 0; o < OUT.length; o++) {
      loss += LogisticReference.loss(LogisticReference.dot(input, outputs[OUT[o]]), LABELS[o]);
    }
    return loss;
  }

  private double[] mean() {
    double[] mean = new double[inputs[0].length];
    for (int in : IN) {
      for (int column = 0; column < mean.length; column++) {
        mean[column] += inputs[in][column] / IN.length;
      }
    }
    return mean;
  }

  private static double[][] slope(double[][] rows, DoubleSupplier loss) {
    double step = 1e-5;
    double[][] slope = new double[rows.length][rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        double old = rows[row][column];
        rows[row][column] = old + step;
        double above = loss.getAsDouble();
        rows[row][column] = old - step;
        double below = loss.getAsDouble();
        rows[row][column] = old;
        slope[row][column] = (above - below) / (2 * step);
      }
    }
    return slope;
  }

  private static void assertDescends(
      double[][] before, double[][] after, double[][] slope, double times) {
    for (int row = 0; row < before.length; row++) {
      for (int column = 0; column < before[row].length; column++) {
        assertThat((after[row][column] - before[row][column]) / RATE)
            .isCloseTo(-times * slope[row][column], within(1e-4));
      }
    }
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private static double[][] random(int rows, long seed) {
    Random random = new Random(seed);
    double[][] matrix = new double[rows][7];
    for (double[] row : matrix) {
      Arrays.setAll(row, column -> random.nextDouble() * 2 - 1);
    }
    return matrix;
  }
}
