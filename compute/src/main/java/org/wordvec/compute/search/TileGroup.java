package org.wordvec.compute.search;

import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;

/**
 * Up to six vectors that are multiplied with blocks of rows together. Holds addresses only: the
 * caller keeps the vectors alive. Not safe for use by several threads.
 */
final class TileGroup {
  /** Set by {@link #multiply(long, int)}: products with row {@code r} at {@code q * BLOCK + r}. */
  final float[] tile = new float[TileKernel.GROUP * PackedRows.BLOCK];

  private final long[] addresses = new long[TileKernel.GROUP];
  private final float[] least = new float[TileKernel.GROUP];
  private int taken;

  /** Takes vectors from a row on, instead of those before. */
  void take(Matrix vectors, int first, int count) {
    for (int i = 0; i < TileKernel.GROUP; i++) {
      addresses[i] = Addresses.of(vectors, first + Math.min(i, count - 1));
    }
    taken = (1 << count) - 1;
  }

  /**
   * Takes vectors from a row on, to look for products of at least {@code least[from + i]} with
   * each.
   */
  void take(Matrix vectors, int first, int count, float[] least, int from) {
    take(vectors, first, count);
    for (int i = 0; i < count; i++) {
      this.least[i] = least[from + i];
    }
  }

  /** Takes the vectors of some rows, to look for products of at least {@code least[row]}. */
  void take(Matrix vectors, int[] rows, int from, int count, float[] least) {
    for (int i = 0; i < TileKernel.GROUP; i++) {
      int row = rows[from + Math.min(i, count - 1)];
      addresses[i] = Addresses.of(vectors, row);
      this.least[i] = least[row];
    }
    taken = (1 << count) - 1;
  }

  /**
   * Multiplies with a block; returns a bit for each vector that may have products of interest with
   * a block.
   */
  int multiply(long block, int dimensions) {
    return multiply(block, dimensions, tile, 0, PackedRows.BLOCK);
  }

  /**
   * Multiplies as above, with products at {@code products[at + q * stride + r]}, of six vectors
   * always.
   */
  int multiply(long block, int dimensions, float[] products, int at, int stride) {
    return taken & TileKernel.multiply(addresses, block, dimensions, least, products, at, stride);
  }
}
