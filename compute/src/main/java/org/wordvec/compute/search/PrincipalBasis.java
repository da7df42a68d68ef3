package org.wordvec.compute.search;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;

/**
 * The orthonormal directions along which vectors are longest: leading eigenvectors of {@code XᵀX}
 * by orthogonal iteration (Golub and Van Loan 2013, "Matrix Computations", section 8.2.4), not
 * centred. They come close to the eigenvectors in a few rounds; orthonormal they are to rounding,
 * however few the rounds.
 */
final class PrincipalBasis {
  private static final int ROUNDS = 6;
  private static final long KEY = CounterRandom.key(1, 0);

  /** Below this length, a direction consists of rounding errors. */
  private static final double NOTHING = 1e-6;

  private PrincipalBasis() {}

  /**
   * Sets the rows of a basis {@code [p, d]}, the longest direction first.
   *
   * @param sample the vectors, {@code [n, d]}
   * @param basis with fewer rows than {@code d}; rows for which no direction is left are zeros
   * @return the share of all squares that lies along each row
   */
  static double[] of(Matrix sample, Matrix basis) {
    int dimensions = sample.dimensions();
    try (Arena arena = Arena.ofConfined()) {
      Matrix moments = moments(arena, sample);
      double total = 0;
      for (int i = 0; i < dimensions; i++) {
        total += moments.get(i, i);
      }
      fillRandomly(basis);
      orthonormalise(basis);
      for (int round = 0; round < ROUNDS; round++) {
        setRows(basis, products(basis, moments));
        orthonormalise(basis);
      }
      return shares(basis, products(basis, moments), total);
    }
  }

  private static void fillRandomly(Matrix basis) {
    for (int row = 0; row < basis.rows(); row++) {
      for (int column = 0; column < basis.dimensions(); column++) {
        basis.set(row, column, (float) (CounterRandom.draw(KEY, row, column) >> 40));
      }
    }
  }

  /** Returns {@code XᵀX}. */
  private static Matrix moments(Arena arena, Matrix sample) {
    Matrix transposed = Matrix.allocate(arena, sample.dimensions(), sample.rows());
    for (int vector = 0; vector < sample.rows(); vector++) {
      float[] values = sample.row(vector);
      for (int axis = 0; axis < values.length; axis++) {
        transposed.set(axis, vector, values[axis]);
      }
    }
    Matrix moments = Matrix.allocate(arena, sample.dimensions(), sample.dimensions());
    setRows(moments, products(transposed, transposed));
    return moments;
  }

  private static float[] products(Matrix left, Matrix right) {
    float[] products = new float[left.rows() * right.rows()];
    DotProducts.INSTANCE.multiply(left, right, 0, right.rows(), products);
    return products;
  }

  private static void setRows(Matrix matrix, float[] values) {
    int width = matrix.dimensions();
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.setRow(row, Arrays.copyOfRange(values, row * width, (row + 1) * width));
    }
  }

  /**
   * Orthonormalises by Gram and Schmidt, each row twice, since one pass leaves the rounding errors
   * of a small residual.
   */
  private static void orthonormalise(Matrix basis) {
    float[][] rows = new float[basis.rows()][];
    for (int row = 0; row < rows.length; row++) {
      float[] direction = basis.row(row);
      normalise(direction);
      for (int pass = 0; pass < 2; pass++) {
        for (int earlier = 0; earlier < row; earlier++) {
          subtract(direction, rows[earlier]);
        }
        normalise(direction);
      }
      rows[row] = direction;
      basis.setRow(row, direction);
    }
  }

  private static void subtract(float[] direction, float[] other) {
    float along = (float) dot(direction, other);
    for (int i = 0; i < direction.length; i++) {
      direction[i] -= along * other[i];
    }
  }

  private static void normalise(float[] direction) {
    double norm = Math.sqrt(dot(direction, direction));
    float factor = norm < NOTHING ? 0 : (float) (1 / norm);
    for (int i = 0; i < direction.length; i++) {
      direction[i] *= factor;
    }
  }

  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }

  private static double[] shares(Matrix basis, float[] image, double total) {
    double[] shares = new double[basis.rows()];
    for (int row = 0; row < shares.length; row++) {
      float[] of =
          Arrays.copyOfRange(image, row * basis.dimensions(), (row + 1) * basis.dimensions());
      shares[row] = total == 0 ? 0 : dot(basis.row(row), of) / total;
    }
    return shares;
  }
}
