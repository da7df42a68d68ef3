package org.wordvec.compute.search;

import java.lang.ref.Reference;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.MappedRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

/**
 * Dot products by SIMD.
 *
 * <p>Many queries are multiplied with blocks of rows ({@link QueryTiles}). A product is then one
 * chain of fused multiply-adds over the dimensions, in order: it does not depend on the vector
 * width or on how the work was cut.
 *
 * <p>Few queries: the rows are read where they are, a lane standing for a dimension, since
 * transposing would cost more than it saves. The last digits may differ from the other way.
 *
 * <p>Stateless; safe for use by several threads. The memory of the matrices must stay alive.
 */
final class VectorProducts implements DotProducts {
  private static final int FEW_QUERIES = 3;

  /** Rows of a file that are copied at once: as many as fit into L2. */
  private static final int RUN = 256;

  @Override
  public void multiply(
      Matrix queries, FloatRows rows, int firstRow, int rowCount, float[] products) {
    ProductShapes.check(queries, rows, firstRow, rowCount, products);
    if (queries.rows() == 0 || rowCount == 0) {
      return;
    }
    try {
      if (queries.rows() <= FEW_QUERIES) {
        inPlace(queries, rows, firstRow, rowCount, products);
      } else {
        new QueryTiles(queries).multiply(rows, firstRow, rowCount, products);
      }
    } finally {
      // Kernels see addresses only; the arena must not be collected under them.
      Reference.reachabilityFence(queries);
      Reference.reachabilityFence(rows);
    }
  }

  @Override
  public void measure(
      Matrix query, FloatRows rows, int firstRow, int rowCount, float[] products, float[] squares) {
    ProductShapes.check(query, rows, firstRow, rowCount, products, squares);
    try {
      long[] addresses = addresses(rows.copied(firstRow, rowCount), firstRow, rowCount);
      int values = padded(rows);
      RowKernel.measure(Addresses.of(query, 0), addresses, rowCount, values, products, 0, squares);
      scale(rows, firstRow, rowCount, 1, products, 1);
      scale(rows, firstRow, rowCount, 1, squares, 2);
    } finally {
      Reference.reachabilityFence(query);
      Reference.reachabilityFence(rows);
    }
  }

  @Override
  public Optional<QueryTiles> tiles(Matrix queries) {
    return Optional.of(new QueryTiles(queries));
  }

  private static long[] addresses(FloatRows rows, int firstRow, int rowCount) {
    long[] addresses = new long[rowCount];
    for (int i = 0; i < rowCount; i++) {
      addresses[i] = Addresses.of(rows, firstRow + i);
    }
    return addresses;
  }

  /** Returns how many values of a row may be read: its padding too, if it has some. */
  static int padded(FloatRows rows) {
    return switch (rows) {
      case Matrix matrix -> (int) (matrix.rowBytes() / Float.BYTES);
      case MappedRows mapped -> mapped.dimensions();
    };
  }

  private static void scale(
      FloatRows rows, int firstRow, int rowCount, int queryCount, float[] products, int power) {
    if (rows instanceof MappedRows mapped && mapped.isScaled()) {
      for (int i = 0; i < rowCount; i++) {
        float scale = mapped.scale(firstRow + i);
        float factor = power == 1 ? scale : scale * scale;
        for (int query = 0; query < queryCount; query++) {
          products[query * rowCount + i] *= factor;
        }
      }
    }
  }

  private static void inPlace(
      Matrix queries, FloatRows rows, int firstRow, int rowCount, float[] products) {
    int queryCount = queries.rows();
    switch (rows) {
      case Matrix matrix -> {
        for (int query = 0; query < queryCount; query++) {
          inPlace(
              Addresses.of(queries, query),
              Addresses.of(matrix, firstRow),
              matrix.rowBytes(),
              rowCount,
              products,
              query * rowCount);
        }
      }
      case MappedRows mapped -> {
        float[] squares = new float[RUN];
        for (int from = 0; from < rowCount; from += RUN) {
          int count = Math.min(RUN, rowCount - from);
          FloatRows copy = mapped.copied(firstRow + from, count);
          long[] addresses = addresses(copy, firstRow + from, count);
          for (int query = 0; query < queryCount; query++) {
            RowKernel.measure(
                Addresses.of(queries, query),
                addresses,
                count,
                mapped.dimensions(),
                products,
                query * rowCount + from,
                squares);
          }
        }
        scale(mapped, firstRow, rowCount, queryCount, products, 1);
      }
    }
  }

  private static void inPlace(
      long query, long row, long rowBytes, int rowCount, float[] products, int offset) {
    int last = rowCount - rowCount % 4;
    for (int i = 0; i < last; i += 4) {
      fourRows(query, row + i * rowBytes, rowBytes, products, offset + i);
    }
    for (int i = last; i < rowCount; i++) {
      products[offset + i] = oneRow(query, row + i * rowBytes, rowBytes);
    }
  }

  private static void fourRows(long query, long row, long rowBytes, float[] products, int offset) {
    FloatVector sum0 = FloatVector.zero(Simd.FLOATS);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (long i = 0; i < rowBytes; i += Simd.VECTOR_BYTES) {
      FloatVector values = Simd.load(query + i);
      sum0 = Simd.load(row + i).fma(values, sum0);
      sum1 = Simd.load(row + rowBytes + i).fma(values, sum1);
      sum2 = Simd.load(row + 2 * rowBytes + i).fma(values, sum2);
      sum3 = Simd.load(row + 3 * rowBytes + i).fma(values, sum3);
    }
    products[offset] = sum0.reduceLanes(VectorOperators.ADD);
    products[offset + 1] = sum1.reduceLanes(VectorOperators.ADD);
    products[offset + 2] = sum2.reduceLanes(VectorOperators.ADD);
    products[offset + 3] = sum3.reduceLanes(VectorOperators.ADD);
  }

  private static float oneRow(long query, long row, long rowBytes) {
    FloatVector sum = FloatVector.zero(Simd.FLOATS);
    for (long i = 0; i < rowBytes; i += Simd.VECTOR_BYTES) {
      sum = Simd.load(row + i).fma(Simd.load(query + i), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }
}
