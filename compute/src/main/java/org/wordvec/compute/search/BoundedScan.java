package org.wordvec.compute.search;

import org.wordvec.compute.Matrix;

/**
 * Compares a block of rows with the queries that bounds do not rule out ({@link PrincipalBounds}).
 * Not safe for use by several threads.
 */
final class BoundedScan {
  private final int[] order;
  private final int limit;
  private final float[] least;
  private final QueryTiles.Finds finds;
  private final TileGroup group = new TileGroup();

  // A group is written as a whole, even where the last queries end within it.
  private final int[] left;
  private int count;
  private int block;

  /**
   * Creates a scan for rows below a limit.
   *
   * @param order which row is where in the blocks
   * @param least by query, what is offered
   */
  BoundedScan(int[] order, int limit, float[] least, QueryTiles.Finds finds) {
    this.order = order;
    this.limit = limit;
    this.least = least;
    this.finds = finds;
    this.left = new int[least.length + TileKernel.GROUP];
  }

  /** Begins a block, for which all queries are left. */
  void begin(int block, int queries) {
    this.block = block;
    count = queries;
    for (int query = 0; query < queries; query++) {
      left[query] = query;
    }
  }

  /** Keeps only queries that have a product with the block's bounds which is high enough. */
  void keep(Matrix bounded, PackedRows bounds) {
    int kept = 0;
    for (int from = 0; from < count; from += TileKernel.GROUP) {
      int reached = multiply(bounded, from, bounds);
      for (int i = 0; i < TileKernel.GROUP; i++) {
        // No branch, since it could not be predicted.
        left[kept] = left[from + i];
        kept += reached >>> i & 1;
      }
    }
    count = kept;
  }

  private int multiply(Matrix vectors, int from, PackedRows rows) {
    group.take(vectors, left, from, Math.min(TileKernel.GROUP, count - from), least);
    return group.multiply(rows.address(block), rows.dimensions());
  }

  /** Offers what is high enough, and returns how many queries were left. */
  int compare(Matrix queries, PackedRows rows) {
    for (int from = 0; from < count; from += TileKernel.GROUP) {
      int reached = multiply(queries, from, rows);
      for (int bits = reached; bits != 0; bits &= bits - 1) {
        int i = Integer.numberOfTrailingZeros(bits);
        offer(left[from + i], i * PackedRows.BLOCK);
      }
    }
    return count;
  }

  private void offer(int query, int at) {
    long reached = TileKernel.reached(group.tile, at, least[query]);
    for (long lanes = reached; lanes != 0; lanes &= lanes - 1) {
      int lane = Long.numberOfTrailingZeros(lanes);
      int place = block * PackedRows.BLOCK + lane;
      if (place < order.length && order[place] < limit) {
        finds.offer(query, order[place], group.tile, at + lane, 1);
      }
    }
  }
}
