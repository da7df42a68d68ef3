package org.wordvec.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Dot products of many rows with many rows, the one kernel of search: {@code Q Rᵀ} in float32.
 *
 * <p>Many queries: the rows are transposed in blocks of two vectors, so that a lane stands for a
 * row and no horizontal sums are needed, and six queries share every load, after the register
 * blocking of Goto and van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication",
 * section 4. A product is then one chain of fused multiply-adds over the dimensions, in order: it
 * does not depend on the vector width or on how the work was cut.
 *
 * <p>Few queries: the rows are read where they are, a lane standing for a dimension, since
 * transposing would cost more than it saves. The last digits may differ from the other way.
 *
 * <p>Stateless; safe for use by several threads. The memory of the matrices must stay alive.
 */
public final class DotProducts {
  private static final int QUERIES = 6;
  private static final int ROWS = 2 * Simd.LANES;
  private static final int FEW_QUERIES = 3;
  private static final int FLOAT = Float.BYTES;

  private DotProducts() {}

  /**
   * Sets {@code products[q * rowCount + r]} to the dot product of row {@code firstQuery + q} of
   * {@code queries} with row {@code firstRow + r} of {@code rows}.
   *
   * @param products row-major {@code [queryCount, rowCount]}, or longer
   * @throws IllegalArgumentException if the matrices differ in dimensions
   * @throws IndexOutOfBoundsException if a range leaves its matrix or {@code products} is too short
   */
  public static void multiply(
      Matrix queries,
      int firstQuery,
      int queryCount,
      FloatRows rows,
      int firstRow,
      int rowCount,
      float[] products) {
    Objects.checkFromIndexSize(firstQuery, queryCount, queries.rows());
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    Objects.checkFromIndexSize(0L, (long) queryCount * rowCount, products.length);
    rows.checkSameLength(queries);
    if (queryCount == 0 || rowCount == 0) {
      return;
    }
    try {
      if (queryCount <= FEW_QUERIES) {
        inPlace(queries, firstQuery, queryCount, rows, firstRow, rowCount, products);
      } else {
        transposed(queries, firstQuery, queryCount, rows, firstRow, rowCount, products);
        scale(rows, firstRow, rowCount, queryCount, products, 1);
      }
    } finally {
      // Kernels see addresses only; the arena must not be collected under them.
      Reference.reachabilityFence(queries);
      Reference.reachabilityFence(rows);
    }
  }

  /**
   * Sets {@code products[r]} to the dot product of one query with row {@code firstRow + r}, and
   * {@code squares[r]} to that of the row with itself, reading each row once. Products are those of
   * {@link #multiply} for one query. Squares are summed in float32: where values are outside 1e-15
   * to 1e15 they overflow to infinity or vanish, and of a row that holds NaN or an infinite value
   * they are not finite.
   *
   * @throws IllegalArgumentException if the matrices differ in dimensions
   * @throws IndexOutOfBoundsException if a range leaves its matrix or an array is too short
   */
  public static void measure(
      Matrix queries,
      int query,
      FloatRows rows,
      int firstRow,
      int rowCount,
      float[] products,
      float[] squares) {
    Objects.checkIndex(query, queries.rows());
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    Objects.checkFromIndexSize(0, rowCount, Math.min(products.length, squares.length));
    rows.checkSameLength(queries);
    try {
      long[] addresses = addresses(rows, firstRow, rowCount);
      int values = padded(rows);
      RowKernel.measure(queries.address(query), addresses, rowCount, values, products, 0, squares);
      scale(rows, firstRow, rowCount, 1, products, 1);
      scale(rows, firstRow, rowCount, 1, squares, 2);
    } finally {
      Reference.reachabilityFence(queries);
      Reference.reachabilityFence(rows);
    }
  }

  private static long[] addresses(FloatRows rows, int firstRow, int rowCount) {
    long[] addresses = new long[rowCount];
    for (int i = 0; i < rowCount; i++) {
      addresses[i] = rows.address(firstRow + i);
    }
    return addresses;
  }

  /** Values of a row that may be read: with its padding, if it has some. */
  private static int padded(FloatRows rows) {
    return switch (rows) {
      case Matrix matrix -> (int) (matrix.rowBytes() / FLOAT);
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
      Matrix queries,
      int firstQuery,
      int queryCount,
      FloatRows rows,
      int firstRow,
      int rowCount,
      float[] products) {
    switch (rows) {
      case Matrix matrix -> {
        for (int query = 0; query < queryCount; query++) {
          inPlace(
              queries.address(firstQuery + query),
              matrix.address(firstRow),
              matrix.rowBytes(),
              rowCount,
              products,
              query * rowCount);
        }
      }
      case MappedRows mapped -> {
        long[] addresses = addresses(mapped, firstRow, rowCount);
        float[] squares = new float[rowCount];
        for (int query = 0; query < queryCount; query++) {
          RowKernel.measure(
              queries.address(firstQuery + query),
              addresses,
              rowCount,
              mapped.dimensions(),
              products,
              query * rowCount,
              squares);
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

  private static void transposed(
      Matrix queries,
      int firstQuery,
      int queryCount,
      FloatRows rows,
      int firstRow,
      int rowCount,
      float[] products) {
    int dimensions = rows.dimensions();
    long query = queries.address(firstQuery);
    long queryBytes = queries.rowBytes();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment block = arena.allocate((long) dimensions * ROWS * FLOAT, Matrix.ROW_ALIGNMENT);
      float[] tile = new float[QUERIES * ROWS];
      for (int r = 0; r < rowCount; r += ROWS) {
        int width = Math.min(ROWS, rowCount - r);
        transpose(rows, firstRow + r, width, block);
        for (int q = 0; q < queryCount; q += QUERIES) {
          int height = Math.min(QUERIES, queryCount - q);
          long address = query + q * queryBytes;
          int at = q * rowCount + r;
          if (width == ROWS && height == QUERIES) {
            sixQueries(address, queryBytes, block.address(), dimensions, products, at, rowCount);
          } else if (height == QUERIES) {
            sixQueries(address, queryBytes, block.address(), dimensions, tile, 0, ROWS);
            copy(tile, height, width, products, at, rowCount);
          } else {
            for (int i = 0; i < height; i++) {
              oneQuery(address + i * queryBytes, block.address(), dimensions, tile, i * ROWS);
            }
            copy(tile, height, width, products, at, rowCount);
          }
        }
      }
    }
  }

  /**
   * Lays rows out as {@code [dimensions, ROWS]}; columns from {@code width} on keep stale values.
   */
  private static void transpose(FloatRows rows, int firstRow, int width, MemorySegment block) {
    int dimensions = rows.dimensions();
    for (int r = 0; r < width; r++) {
      long from = rows.address(firstRow + r);
      long to = (long) r * FLOAT;
      for (int i = 0; i < dimensions; i++) {
        float value = Simd.MEMORY.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from + (long) i * FLOAT);
        block.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to + (long) i * ROWS * FLOAT, value);
      }
    }
  }

  private static void copy(
      float[] tile, int height, int width, float[] products, int at, int stride) {
    for (int i = 0; i < height; i++) {
      System.arraycopy(tile, i * ROWS, products, at + i * stride, width);
    }
  }

  // Twelve sums, two vectors of rows and one broadcast fill 15 of AVX2's 16 registers.
  private static void sixQueries(
      long query, long bytes, long block, int dimensions, float[] out, int at, int stride) {
    FloatVector a0 = FloatVector.zero(Simd.FLOATS);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector a4 = a0;
    FloatVector a5 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector b2 = a0;
    FloatVector b3 = a0;
    FloatVector b4 = a0;
    FloatVector b5 = a0;
    long end = query + (long) dimensions * FLOAT;
    for (long at0 = query, column = block; at0 < end; at0 += FLOAT) {
      FloatVector a = Simd.load(column);
      FloatVector b = Simd.load(column + Simd.VECTOR_BYTES);
      FloatVector value = broadcast(at0);
      a0 = a.fma(value, a0);
      b0 = b.fma(value, b0);
      value = broadcast(at0 + bytes);
      a1 = a.fma(value, a1);
      b1 = b.fma(value, b1);
      value = broadcast(at0 + 2 * bytes);
      a2 = a.fma(value, a2);
      b2 = b.fma(value, b2);
      value = broadcast(at0 + 3 * bytes);
      a3 = a.fma(value, a3);
      b3 = b.fma(value, b3);
      value = broadcast(at0 + 4 * bytes);
      a4 = a.fma(value, a4);
      b4 = b.fma(value, b4);
      value = broadcast(at0 + 5 * bytes);
      a5 = a.fma(value, a5);
      b5 = b.fma(value, b5);
      column += 2L * Simd.VECTOR_BYTES;
    }
    store(a0, b0, out, at);
    store(a1, b1, out, at + stride);
    store(a2, b2, out, at + 2 * stride);
    store(a3, b3, out, at + 3 * stride);
    store(a4, b4, out, at + 4 * stride);
    store(a5, b5, out, at + 5 * stride);
  }

  private static void oneQuery(long query, long block, int dimensions, float[] out, int at) {
    FloatVector a = FloatVector.zero(Simd.FLOATS);
    FloatVector b = a;
    for (int i = 0; i < dimensions; i++) {
      FloatVector value = broadcast(query + (long) i * FLOAT);
      long column = block + 2L * i * Simd.VECTOR_BYTES;
      a = Simd.load(column).fma(value, a);
      b = Simd.load(column + Simd.VECTOR_BYTES).fma(value, b);
    }
    store(a, b, out, at);
  }

  private static FloatVector broadcast(long address) {
    float value = Simd.MEMORY.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address);
    return FloatVector.broadcast(Simd.FLOATS, value);
  }

  private static void store(FloatVector a, FloatVector b, float[] out, int at) {
    a.intoArray(out, at);
    b.intoArray(out, at + Simd.LANES);
  }
}
