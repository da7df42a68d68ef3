package org.wordvec.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * Many query vectors, laid out once so as to be multiplied with many rows: {@code Q (diag(f) R)ᵀ}
 * in float32.
 *
 * <p>Queries are interleaved in groups of six and rows in blocks of two vectors, after the register
 * blocking of Goto and van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication",
 * section 4: a lane stands for a row, no horizontal sums are needed, and twelve running sums share
 * every load. A product is one chain of fused multiply-adds over the dimensions, in order: it does
 * not depend on the vector width or on how the work was cut.
 *
 * <p>Immutable; safe for use by several threads while the arena of the rows and its own live.
 */
public final class PackedQueries {
  /** Queries that are multiplied at once. */
  static final int GROUP = 6;

  private static final int ROWS = PackedRows.BLOCK;
  private static final int FLOAT = Float.BYTES;
  private static final float[] NO_FACTORS = {};

  private final MemorySegment groups;
  private final int count;
  private final int dimensions;

  /**
   * Copies rows of a matrix, 4 bytes a value.
   *
   * @param arena owns the copy
   * @throws IndexOutOfBoundsException if the range leaves the matrix
   */
  public PackedQueries(Arena arena, Matrix queries, int first, int count) {
    Objects.checkFromIndexSize(first, count, queries.rows());
    this.count = count;
    this.dimensions = queries.dimensions();
    long bytes = (long) Math.ceilDiv(count, GROUP) * groupBytes();
    this.groups = arena.allocate(Math.max(bytes, FLOAT), Matrix.ROW_ALIGNMENT);
    for (int query = 0; query < count; query++) {
      float[] values = queries.row(first + query);
      long at = query / GROUP * groupBytes() + (long) (query % GROUP) * FLOAT;
      for (int i = 0; i < dimensions; i++) {
        groups.set(ValueLayout.JAVA_FLOAT, at + (long) i * GROUP * FLOAT, values[i]);
      }
    }
  }

  /** Number of queries. */
  public int count() {
    return count;
  }

  /** Length of a query. */
  public int dimensions() {
    return dimensions;
  }

  /**
   * Sets {@code products[q * rowCount + r]} to the dot product of query {@code q} with row {@code
   * firstRow + r}.
   *
   * @param products row-major {@code [count, rowCount]}, or longer
   * @throws IllegalArgumentException if the rows do not have the dimensions of the queries
   * @throws IndexOutOfBoundsException if the range leaves the rows or {@code products} is too short
   */
  public void multiply(FloatRows rows, int firstRow, int rowCount, float[] products) {
    compute(rows, firstRow, rowCount, NO_FACTORS, products);
  }

  /**
   * The same with every row multiplied by its factor before, such as by its inverse norm, which
   * makes cosines of the products.
   *
   * @param factors by number of the row
   * @throws IllegalArgumentException as for {@link #multiply}
   * @throws IndexOutOfBoundsException as for {@link #multiply}, or if a row has no factor
   */
  public void multiplyScaled(
      FloatRows rows, int firstRow, int rowCount, float[] factors, float[] products) {
    Objects.checkFromIndexSize(firstRow, rowCount, factors.length);
    compute(rows, firstRow, rowCount, factors, products);
  }

  /** Takes the products that are worth a closer look. */
  @FunctionalInterface
  public interface Finds {
    /**
     * Some products of a query with successive rows, of which at least one reaches the query's
     * bound.
     *
     * @param products from index {@code at} on, {@code count} of them; the caller's, for the call
     */
    void offer(int query, int firstRow, float[] products, int at, int count);
  }

  /**
   * Computes what {@link #multiplyScaled} does, but keeps none of it: products go to {@code finds}
   * where one of a query's reaches its bound. That saves the way of all others through memory.
   *
   * @param bounds by query; {@code finds} may raise them
   * @throws IllegalArgumentException as for {@link #multiply}
   * @throws IndexOutOfBoundsException if a range leaves the rows or an array is too short
   */
  public void scan(
      FloatRows rows, int firstRow, int rowCount, float[] factors, float[] bounds, Finds finds) {
    Objects.checkFromIndexSize(firstRow, rowCount, factors.length);
    Objects.checkFromIndexSize(0, count, bounds.length);
    float[] tile = new float[GROUP * ROWS];
    blocks(
        rows,
        firstRow,
        rowCount,
        factors,
        (block, first, width) -> scanBlock(block, first, width, tile, bounds, finds));
  }

  /** Takes the products of six queries, {@code tile[q * BLOCK + r]}; of some, the last may lack. */
  @FunctionalInterface
  interface Tiles {
    void take(int firstQuery, int queries, float[] tile);
  }

  /** Multiplies with a block of rows. */
  void multiply(PackedRows rows, int block, float[] tile, Tiles taker) {
    if (rows.dimensions() != dimensions) {
      throw new IllegalArgumentException("rows of another length");
    }
    try {
      for (int q = 0; q < count; q += GROUP) {
        long group = groups.address() + q / GROUP * groupBytes();
        multiplyTile(group, rows.address(block), dimensions, tile, 0, ROWS);
        taker.take(q, Math.min(GROUP, count - q), tile);
      }
    } finally {
      Reference.reachabilityFence(rows);
      Reference.reachabilityFence(groups);
    }
  }

  private void scanBlock(
      long block, int firstRow, int width, float[] tile, float[] bounds, Finds finds) {
    for (int q = 0; q < count; q += GROUP) {
      multiplyTile(groups.address() + q / GROUP * groupBytes(), block, dimensions, tile, 0, ROWS);
      for (int i = 0; i < Math.min(GROUP, count - q); i++) {
        if (Threshold.next(tile, i * ROWS, i * ROWS + width, bounds[q + i]) < i * ROWS + width) {
          finds.offer(q + i, firstRow, tile, i * ROWS, width);
        }
      }
    }
  }

  private void compute(
      FloatRows rows, int firstRow, int rowCount, float[] factors, float[] products) {
    Objects.checkFromIndexSize(0L, (long) count * rowCount, products.length);
    blocks(
        rows,
        firstRow,
        rowCount,
        factors,
        (block, first, width) -> multiplyBlock(block, width, products, first - firstRow, rowCount));
  }

  /** Rows that were laid out for the kernel. */
  private interface Block {
    void take(long address, int firstRow, int width);
  }

  private void blocks(FloatRows rows, int firstRow, int rowCount, float[] factors, Block taker) {
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    rows.checkLength(dimensions);
    if (count == 0) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      PackedRows block = new PackedRows(arena, ROWS, dimensions);
      float[] transposed = new float[dimensions * ROWS];
      for (int r = 0; r < rowCount; r += ROWS) {
        int width = Math.min(ROWS, rowCount - r);
        Arrays.fill(transposed, 0);
        for (int i = 0; i < width; i++) {
          int row = firstRow + r + i;
          transpose(rows.address(row), factor(rows, row, factors), transposed, i);
        }
        block.set(0, transposed);
        taker.take(block.address(0), firstRow + r, width);
      }
    } finally {
      // The kernel sees addresses only; the arenas must not be collected under it.
      Reference.reachabilityFence(rows);
      Reference.reachabilityFence(groups);
    }
  }

  private static float factor(FloatRows rows, int row, float[] factors) {
    float given = factors.length == 0 ? 1 : factors[row];
    return rows instanceof MappedRows mapped ? given * mapped.scale(row) : given;
  }

  private void transpose(long row, float factor, float[] transposed, int column) {
    for (int i = 0; i < dimensions; i++) {
      float value = Simd.MEMORY.get(ValueLayout.JAVA_FLOAT_UNALIGNED, row + (long) i * FLOAT);
      transposed[i * ROWS + column] = value * factor;
    }
  }

  private void multiplyBlock(long block, int width, float[] products, int column, int stride) {
    float[] tile = new float[GROUP * ROWS];
    for (int q = 0; q < count; q += GROUP) {
      long group = groups.address() + q / GROUP * groupBytes();
      int height = Math.min(GROUP, count - q);
      int at = q * stride + column;
      if (width == ROWS && height == GROUP) {
        multiplyTile(group, block, dimensions, products, at, stride);
      } else {
        multiplyTile(group, block, dimensions, tile, 0, ROWS);
        for (int i = 0; i < height; i++) {
          System.arraycopy(tile, i * ROWS, products, at + i * stride, width);
        }
      }
    }
  }

  private long groupBytes() {
    return (long) dimensions * GROUP * FLOAT;
  }

  // Twelve sums, two vectors of rows and one broadcast fill 15 of AVX2's 16 registers.
  private static void multiplyTile(
      long group, long block, int dimensions, float[] out, int at, int stride) {
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
    for (int i = 0; i < dimensions; i++) {
      long query = group + (long) i * GROUP * FLOAT;
      long column = block + (long) i * 2 * Simd.VECTOR_BYTES;
      FloatVector a = Simd.load(column);
      FloatVector b = Simd.load(column + Simd.VECTOR_BYTES);
      FloatVector value = broadcast(query);
      a0 = a.fma(value, a0);
      b0 = b.fma(value, b0);
      value = broadcast(query + FLOAT);
      a1 = a.fma(value, a1);
      b1 = b.fma(value, b1);
      value = broadcast(query + 2 * FLOAT);
      a2 = a.fma(value, a2);
      b2 = b.fma(value, b2);
      value = broadcast(query + 3 * FLOAT);
      a3 = a.fma(value, a3);
      b3 = b.fma(value, b3);
      value = broadcast(query + 4 * FLOAT);
      a4 = a.fma(value, a4);
      b4 = b.fma(value, b4);
      value = broadcast(query + 5 * FLOAT);
      a5 = a.fma(value, a5);
      b5 = b.fma(value, b5);
    }
    store(a0, b0, out, at);
    store(a1, b1, out, at + stride);
    store(a2, b2, out, at + 2 * stride);
    store(a3, b3, out, at + 3 * stride);
    store(a4, b4, out, at + 4 * stride);
    store(a5, b5, out, at + 5 * stride);
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
