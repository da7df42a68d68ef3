package org.wordvec.pictures;

/**
 * Principal component analysis: projects to the two directions of largest variance (Pearson 1901,
 * Hotelling 1933). Preserves large distances rather than small ones.
 *
 * <p>Uses power iteration on the covariance matrix with deflation. The sign of a direction makes
 * its largest component positive.
 */
public record PrincipalComponents() implements Projection {
  private static final int ROUNDS = 300;

  @Override
  public int leastPoints() {
    return 2;
  }

  @Override
  public double[][] project(float[][] points) {
    double[][] centred = centred(points);
    double[][] covariance = covariance(centred);
    double[] first = direction(covariance);
    deflate(covariance, first);
    double[] second = direction(covariance);
    double[][] places = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      places[i] = new double[] {dot(centred[i], first), dot(centred[i], second)};
    }
    return places;
  }

  private static double[][] centred(float[][] points) {
    int dimensions = points[0].length;
    double[] mean = new double[dimensions];
    for (float[] point : points) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += (double) point[d] / points.length;
      }
    }
    double[][] centred = new double[points.length][dimensions];
    for (int i = 0; i < points.length; i++) {
      for (int d = 0; d < dimensions; d++) {
        centred[i][d] = points[i][d] - mean[d];
      }
    }
    return centred;
  }

  private static double[][] covariance(double[][] centred) {
    int dimensions = centred[0].length;
    double[][] covariance = new double[dimensions][dimensions];
    for (double[] point : centred) {
      for (int row = 0; row < dimensions; row++) {
        for (int column = 0; column < dimensions; column++) {
          covariance[row][column] += point[row] * point[column];
        }
      }
    }
    return covariance;
  }

  private static double[] direction(double[][] covariance) {
    int dimensions = covariance.length;
    double[] direction = new double[dimensions];
    for (int d = 0; d < dimensions; d++) {
      direction[d] = 1 + 0.1 * Math.sin(d);
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[dimensions];
      for (int d = 0; d < dimensions; d++) {
        next[d] = dot(covariance[d], direction);
      }
      double norm = Math.sqrt(dot(next, next));
      if (norm == 0) {
        return new double[dimensions];
      }
      for (int d = 0; d < dimensions; d++) {
        direction[d] = next[d] / norm;
      }
    }
    return positive(direction);
  }

  private static double[] positive(double[] direction) {
    double largest = 0;
    for (double component : direction) {
      largest = Math.abs(component) > Math.abs(largest) ? component : largest;
    }
    for (int d = 0; d < direction.length && largest < 0; d++) {
      direction[d] = -direction[d];
    }
    return direction;
  }

  /** Removes a direction from the matrix, so that the next one becomes the largest. */
  private static void deflate(double[][] covariance, double[] direction) {
    double variance = 0;
    for (int d = 0; d < direction.length; d++) {
      variance += direction[d] * dot(covariance[d], direction);
    }
    for (int row = 0; row < direction.length; row++) {
      for (int column = 0; column < direction.length; column++) {
        covariance[row][column] -= variance * direction[row] * direction[column];
      }
    }
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int d = 0; d < left.length; d++) {
      sum += left[d] * right[d];
    }
    return sum;
  }
}
