package org.wordvec.compute.search;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.wordvec.compute.simd.Simd;

/**
 * Computes the products of a query with rows and the squares of the rows in one pass, wherever the
 * rows are: a search for one query is as fast as memory, and a second pass for the norms would
 * double its time.
 */
final class RowKernel {
  private static final ValueLayout.OfFloat VALUE = ValueLayout.JAVA_FLOAT_UNALIGNED;
  private static final float[] ONES_BEHIND_ZEROS = new float[2 * Simd.LANES];

  static {
    Arrays.fill(ONES_BEHIND_ZEROS, Simd.LANES, 2 * Simd.LANES, 1);
  }

  private RowKernel() {}

  /**
   * Sets {@code products[at + i]} and {@code squares[i]} for each row.
   *
   * @param query address of a vector
   * @param rows addresses of rows
   * @param values how many of each; what lies behind them is neither used nor touched
   */
  static void measure(
      long query, long[] rows, int count, int values, float[] products, int at, float[] squares) {
    if (values < Simd.LANES) {
      measureShort(query, rows, count, values, products, at, squares);
      return;
    }
    long whole = (long) (values / Simd.LANES) * Simd.VECTOR_BYTES;
    int remainder = values % Simd.LANES;
    // The last vector reaches back over values that are done; zeros take them out.
    long last = (long) (values - Simd.LANES) * Float.BYTES;
    FloatVector kept = FloatVector.fromArray(Simd.FLOATS, ONES_BEHIND_ZEROS, remainder);
    FloatVector lastOfQuery = Simd.load(query + last);
    for (int i = 0; i < count; i++) {
      long row = rows[i];
      FloatVector product = FloatVector.zero(Simd.FLOATS);
      FloatVector square = product;
      for (long offset = 0; offset < whole; offset += Simd.VECTOR_BYTES) {
        FloatVector loaded = Simd.load(row + offset);
        product = loaded.fma(Simd.load(query + offset), product);
        square = loaded.fma(loaded, square);
      }
      if (remainder > 0) {
        FloatVector loaded = Simd.load(row + last).mul(kept);
        product = loaded.fma(lastOfQuery, product);
        square = loaded.fma(loaded, square);
      }
      products[at + i] = product.reduceLanes(VectorOperators.ADD);
      squares[i] = square.reduceLanes(VectorOperators.ADD);
    }
  }

  private static void measureShort(
      long query, long[] rows, int count, int values, float[] products, int at, float[] squares) {
    for (int i = 0; i < count; i++) {
      float product = 0;
      float square = 0;
      for (int column = 0; column < values; column++) {
        long offset = (long) column * Float.BYTES;
        float value = Simd.MEMORY.get(VALUE, rows[i] + offset);
        product += value * Simd.MEMORY.get(VALUE, query + offset);
        square += value * value;
      }
      products[at + i] = product;
      squares[i] = square;
    }
  }
}
