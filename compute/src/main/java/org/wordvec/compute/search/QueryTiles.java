package org.wordvec.compute.search;

import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.util.Objects;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/**
 * Multiplies many query vectors with many rows: {@code Q (diag(f) R)ᵀ} in float32, six queries and
 * a block of rows at a time ({@link TileKernel}).
 *
 * <p>Immutable; safe for use by several threads while the arenas of queries and rows live.
 */
public final class QueryTiles {
  private static final int ROWS = PackedRows.BLOCK;

  private final Matrix queries;
  private final int count;

  /** Creates tiles of the rows of a matrix, which are not copied. */
  QueryTiles(Matrix queries) {
    this.queries = queries;
    this.count = queries.rows();
  }

  /** Returns the number of queries. */
  public int count() {
    return count;
  }

  /** Returns the length of a query. */
  public int dimensions() {
    return queries.dimensions();
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
    compute(rows, firstRow, rowCount, PackedRows.NO_FACTORS, products);
  }

  /**
   * Sets products as {@link #multiply} does, of rows that are multiplied by their factors before:
   * with inverse norms as factors the products are cosines.
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

  /** Receives the products that may reach a bound. */
  @FunctionalInterface
  public interface Finds {
    /**
     * Receives some products of a query with successive rows, of which at least one reaches the
     * query's bound. Where a bound is 0 or less, it may be that none does.
     *
     * @param products from index {@code at} on, {@code count} of them; the caller's, for the call
     */
    void offer(int query, int firstRow, float[] products, int at, int count);
  }

  /**
   * Computes what {@link #multiplyScaled} does, but stores none of it: products go to {@code finds}
   * where one of a query's reaches its bound, and the others are never written to memory.
   *
   * @param bounds by query; {@code finds} may raise them
   * @throws IllegalArgumentException as for {@link #multiply}
   * @throws IndexOutOfBoundsException if a range leaves the rows or an array is too short
   */
  public void scan(
      FloatRows rows, int firstRow, int rowCount, float[] factors, float[] bounds, Finds finds) {
    Objects.checkFromIndexSize(firstRow, rowCount, factors.length);
    Objects.checkFromIndexSize(0, count, bounds.length);
    TileGroup group = new TileGroup();
    blocks(
        rows,
        firstRow,
        rowCount,
        factors,
        (block, row, width) -> scanBlock(block, row, width, group, bounds, finds));
  }

  private void scanBlock(
      long block, int firstRow, int width, TileGroup group, float[] bounds, Finds finds) {
    for (int q = 0; q < count; q += TileKernel.GROUP) {
      group.take(queries, q, height(q), bounds, q);
      int reached = group.multiply(block, dimensions());
      for (int i = 0; reached >>> i != 0; i++) {
        if ((reached >>> i & 1) != 0) {
          finds.offer(q + i, firstRow, group.tile, i * ROWS, width);
        }
      }
    }
  }

  private int height(int query) {
    return Math.min(TileKernel.GROUP, count - query);
  }

  private void compute(
      FloatRows rows, int firstRow, int rowCount, float[] factors, float[] products) {
    Objects.checkFromIndexSize(0L, (long) count * rowCount, products.length);
    TileGroup group = new TileGroup();
    blocks(
        rows,
        firstRow,
        rowCount,
        factors,
        (block, row, width) ->
            multiplyBlock(block, width, group, products, row - firstRow, rowCount));
  }

  /** Receives rows that were laid out for the kernel. */
  private interface Block {
    void accept(long address, int firstRow, int width);
  }

  private void blocks(FloatRows rows, int firstRow, int rowCount, float[] factors, Block taker) {
    Objects.checkFromIndexSize(firstRow, rowCount, rows.rows());
    rows.checkLength(dimensions());
    if (count == 0) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      PackedRows block = new PackedRows(arena, ROWS, dimensions());
      for (int r = 0; r < rowCount; r += ROWS) {
        int from = firstRow + r;
        int width = Math.min(ROWS, rowCount - r);
        block.set(0, rows, lane -> from + lane, width, factors);
        taker.accept(block.address(0), from, width);
      }
    } finally {
      // The kernel sees addresses only; the arena must not be collected under it.
      Reference.reachabilityFence(queries);
    }
  }

  private void multiplyBlock(
      long block, int width, TileGroup group, float[] products, int column, int stride) {
    for (int q = 0; q < count; q += TileKernel.GROUP) {
      int height = height(q);
      int at = q * stride + column;
      group.take(queries, q, height);
      if (width == ROWS && height == TileKernel.GROUP) {
        group.multiply(block, dimensions(), products, at, stride);
      } else {
        group.multiply(block, dimensions());
        for (int i = 0; i < height; i++) {
          System.arraycopy(group.tile, i * ROWS, products, at + i * stride, width);
        }
      }
    }
  }
}
