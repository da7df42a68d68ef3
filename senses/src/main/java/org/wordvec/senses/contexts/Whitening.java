package org.wordvec.senses.contexts;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wordvec.compute.Matrix;

/**
 * A linear map that removes the mean of vectors and the correlations between their dimensions: with
 * the Cholesky factor L of their covariance, {@code x ↦ L⁻¹ (x − mean)}.
 *
 * <p>Vectors of predicting models share a large common component and a few dominant directions (Mu
 * and Viswanath 2018, arXiv:1702.01417), in which all contexts look alike. After this map, cosines
 * compare what is left; they do not depend on which square root of the covariance is taken. A
 * {@value #RIDGE} part of the mean variance is added to each, so that the map exists however few
 * the vectors are. Immutable and safe for use by several threads.
 */
final class Whitening {
  private static final double RIDGE = 1e-3;

  private final float[] mean;
  private final float[][] inverse;

  private Whitening(float[] mean, float[][] inverse) {
    this.mean = mean;
    this.inverse = inverse;
  }

  /**
   * Computes the map for weighted rows.
   *
   * @param rows float32 {@code [rows, dimensions]}
   * @param weights of the first rows, not negative; further rows count nothing
   */
  static Whitening of(Matrix rows, double[] weights) {
    int dimensions = rows.dimensions();
    double total = Arrays.stream(weights).sum();
    double[] mean = new double[dimensions];
    for (int row = 0; row < weights.length; row++) {
      float[] values = rows.row(row);
      for (int i = 0; i < dimensions; i++) {
        mean[i] += weights[row] / total * values[i];
      }
    }
    double[][] covariance = new double[dimensions][dimensions];
    for (int row = 0; row < weights.length; row++) {
      float[] values = rows.row(row);
      double weight = weights[row] / total;
      for (int i = 0; i < dimensions; i++) {
        double scaled = weight * (values[i] - mean[i]);
        double[] line = covariance[i];
        for (int j = 0; j <= i; j++) {
          line[j] += scaled * (values[j] - mean[j]);
        }
      }
    }
    double trace = IntStream.range(0, dimensions).mapToDouble(i -> covariance[i][i]).sum();
    // Vectors that are all the same must still have an inverse within float32.
    double ridge = RIDGE * trace / dimensions + Float.MIN_NORMAL;
    for (int i = 0; i < dimensions; i++) {
      covariance[i][i] += ridge;
    }
    float[] centre = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      centre[i] = (float) mean[i];
    }
    return new Whitening(centre, inverse(factor(covariance)));
  }

  /** Replaces the lower triangle of a positive definite matrix by its Cholesky factor. */
  private static double[][] factor(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
      }
    }
    return matrix;
  }

  /** Returns the rows of the inverse of a lower triangular matrix, each up to the diagonal. */
  private static float[][] inverse(double[][] factor) {
    int dimensions = factor.length;
    double[][] inverse = new double[dimensions][];
    for (int i = 0; i < dimensions; i++) {
      double[] row = new double[i + 1];
      for (int k = 0; k < i; k++) {
        for (int j = 0; j <= k; j++) {
          row[j] -= factor[i][k] * inverse[k][j];
        }
      }
      row[i] = 1;
      for (int j = 0; j <= i; j++) {
        row[j] /= factor[i][i];
      }
      inverse[i] = row;
    }
    float[][] rounded = new float[dimensions][];
    for (int i = 0; i < dimensions; i++) {
      rounded[i] = new float[i + 1];
      for (int j = 0; j <= i; j++) {
        rounded[i][j] = (float) inverse[i][j];
      }
    }
    return rounded;
  }

  /** Returns the image of a vector. */
  float[] apply(float[] vector) {
    float[] centred = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      centred[i] = vector[i] - mean[i];
    }
    float[] image = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      float[] row = inverse[i];
      float sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += row[j] * centred[j];
      }
      image[i] = sum;
    }
    return image;
  }
}
