package org.wordvec.compute.search;

import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/**
 * Dot products by plain loops: slower in the long run, and done before vector kernels would have
 * been compiled.
 *
 * <p>Rows are copied to arrays, whose loops even the interpreter runs well. Stateless; safe for use
 * by several threads.
 */
final class ScalarProducts implements DotProducts {
  @Override
  public void multiply(
      Matrix queries, FloatRows rows, int firstRow, int rowCount, float[] products) {
    ProductShapes.check(queries, rows, firstRow, rowCount, products);
    float[][] vectors = new float[queries.rows()][];
    for (int query = 0; query < vectors.length; query++) {
      vectors[query] = queries.row(query);
    }
    float[] row = new float[rows.dimensions()];
    for (int i = 0; i < rowCount; i++) {
      rows.copyRow(firstRow + i, row, 0);
      for (int query = 0; query < vectors.length; query++) {
        products[query * rowCount + i] = product(vectors[query], row);
      }
    }
  }

  @Override
  public void measure(
      Matrix query, FloatRows rows, int firstRow, int rowCount, float[] products, float[] squares) {
    ProductShapes.check(query, rows, firstRow, rowCount, products, squares);
    float[] vector = query.row(0);
    float[] row = new float[rows.dimensions()];
    for (int i = 0; i < rowCount; i++) {
      rows.copyRow(firstRow + i, row, 0);
      measure(vector, row, products, squares, i);
    }
  }

  @Override
  public Optional<QueryTiles> tiles(Matrix queries) {
    return Optional.empty();
  }

  /** Adds up eight sums, so that an addition need not wait for the one before. */
  private static void measure(
      float[] query, float[] row, float[] products, float[] squares, int place) {
    float product0 = 0;
    float product1 = 0;
    float product2 = 0;
    float product3 = 0;
    float square0 = 0;
    float square1 = 0;
    float square2 = 0;
    float square3 = 0;
    int whole = row.length - row.length % 4;
    for (int i = 0; i < whole; i += 4) {
      product0 += query[i] * row[i];
      square0 += row[i] * row[i];
      product1 += query[i + 1] * row[i + 1];
      square1 += row[i + 1] * row[i + 1];
      product2 += query[i + 2] * row[i + 2];
      square2 += row[i + 2] * row[i + 2];
      product3 += query[i + 3] * row[i + 3];
      square3 += row[i + 3] * row[i + 3];
    }
    for (int i = whole; i < row.length; i++) {
      product0 += query[i] * row[i];
      square0 += row[i] * row[i];
    }
    products[place] = (product0 + product1) + (product2 + product3);
    squares[place] = (square0 + square1) + (square2 + square3);
  }

  /** Adds up four sums, so that an addition need not wait for the one before. */
  private static float product(float[] left, float[] right) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int whole = left.length - left.length % 4;
    for (int i = 0; i < whole; i += 4) {
      sum0 += left[i] * right[i];
      sum1 += left[i + 1] * right[i + 1];
      sum2 += left[i + 2] * right[i + 2];
      sum3 += left[i + 3] * right[i + 3];
    }
    for (int i = whole; i < left.length; i++) {
      sum0 += left[i] * right[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
