package org.wordvec.senses.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;

class WhiteningTest {
  private static final int ROWS = 400;

  @AutoClose private final Arena arena = Arena.ofConfined();

  /** Correlated, around a large common vector, in dimensions of very different variances. */
  private Matrix correlated(int rows, int dimensions) {
    Random random = new Random(dimensions);
    Matrix matrix = Matrix.allocate(arena, rows, dimensions);
    for (int row = 0; row < rows; row++) {
      double common = random.nextGaussian();
      for (int i = 0; i < dimensions; i++) {
        matrix.set(
            row, i, (float) (3 + common + (1 + 0.5 * i / dimensions) * random.nextGaussian()));
      }
    }
    return matrix;
  }

  private static double[] weights(int rows) {
    double[] weights = new double[rows];
    for (int row = 0; row < rows; row++) {
      weights[row] = row % 7 == 3 ? 0 : 1.0 / (row + 3);
    }
    return weights;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 17})
  void isThePlainSolutionOfTheCholeskyFactor(int dimensions) {
    Matrix rows = correlated(ROWS, dimensions);
    double[] weights = weights(ROWS);
    Whitening whitening = Whitening.of(rows, weights);
    double[] mean = mean(rows, weights);
    double[][] factor = cholesky(withRidge(covariance(rows, weights, mean)));
    for (int row = 0; row < ROWS; row += 13) {
      float[] image = whitening.apply(rows.row(row));
      double[] expected = new double[dimensions];
      for (int i = 0; i < dimensions; i++) {
        double left = (double) rows.get(row, i) - mean[i];
        for (int j = 0; j < i; j++) {
          left -= factor[i][j] * expected[j];
        }
        expected[i] = left / factor[i][i];
        assertThat((double) image[i]).isCloseTo(expected[i], within(1e-4));
      }
    }
  }

  @Test
  void leavesNoMeanAndNoCorrelation() {
    Matrix rows = correlated(ROWS, 6);
    double[] weights = weights(ROWS);
    Whitening whitening = Whitening.of(rows, weights);
    Matrix images = Matrix.allocate(arena, ROWS, 6);
    for (int row = 0; row < ROWS; row++) {
      images.setRow(row, whitening.apply(rows.row(row)));
    }
    double[] mean = mean(images, weights);
    double[][] covariance = covariance(images, weights, mean);
    for (int i = 0; i < 6; i++) {
      assertThat(mean[i]).isCloseTo(0, within(1e-5));
      for (int j = 0; j <= i; j++) {
        assertThat(covariance[i][j]).isCloseTo(i == j ? 1 : 0, within(0.01));
      }
    }
  }

  @Test
  void rowsWithoutAWeightCountNothing() {
    Matrix rows = correlated(50, 4);
    double[] weights = weights(40);
    float[] before = Whitening.of(rows, weights).apply(rows.row(45));
    float[] vector = rows.row(45);
    rows.setRow(3, new float[] {1e6f, -1e6f, 1e6f, 1e6f});
    rows.setRow(40, new float[] {1e6f, 1e6f, -1e6f, 1e6f});
    assertThat(Whitening.of(rows, weights).apply(vector)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void existsForFewerVectorsThanDimensions(int count) {
    Matrix rows = correlated(count, 6);
    Whitening whitening = Whitening.of(rows, weights(count));
    for (int row = 0; row < count; row++) {
      for (float value : whitening.apply(rows.row(row))) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void mapsVectorsThatAreAllTheSameToZeros() {
    Matrix rows = Matrix.allocate(arena, 5, 3);
    for (int row = 0; row < 5; row++) {
      rows.setRow(row, new float[] {0.1f, -0.7f, 3});
    }
    Whitening whitening = Whitening.of(rows, new double[] {0.1, 0.2, 0.3, 0.7, 1e9});
    assertThat(whitening.apply(rows.row(0))).containsExactly(0, 0, 0);
  }

  private static double[] mean(Matrix rows, double[] weights) {
    double[] mean = new double[rows.dimensions()];
    double total = 0;
    for (int row = 0; row < weights.length; row++) {
      total += weights[row];
      for (int i = 0; i < mean.length; i++) {
        mean[i] += weights[row] * rows.get(row, i);
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= total;
    }
    return mean;
  }

  private static double[][] covariance(Matrix rows, double[] weights, double[] mean) {
    double[][] covariance = new double[mean.length][mean.length];
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    for (int row = 0; row < weights.length; row++) {
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < mean.length; j++) {
          covariance[i][j] +=
              weights[row] / total * (rows.get(row, i) - mean[i]) * (rows.get(row, j) - mean[j]);
        }
      }
    }
    return covariance;
  }

  private static double[][] withRidge(double[][] covariance) {
    double variances = 0;
    for (int i = 0; i < covariance.length; i++) {
      variances += covariance[i][i];
    }
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] += 1e-3 * variances / covariance.length;
    }
    return covariance;
  }

  private static double[][] cholesky(double[][] matrix) {
    double[][] factor = new double[matrix.length][matrix.length];
    for (int j = 0; j < matrix.length; j++) {
      double diagonal = matrix[j][j];
      for (int k = 0; k < j; k++) {
        diagonal -= factor[j][k] * factor[j][k];
      }
      factor[j][j] = Math.sqrt(diagonal);
      for (int i = j + 1; i < matrix.length; i++) {
        double value = matrix[i][j];
        for (int k = 0; k < j; k++) {
          value -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = value / factor[j][j];
      }
    }
    return factor;
  }
}
