package org.wordvec.compute.search;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Simd;

/**
 * Rows laid out for {@link TileKernel}: in blocks of two vectors, the values of a dimension side by
 * side, so that a lane stands for a row. Behind the last row there are zeros.
 *
 * <p>Blocks may be set by several threads, each by one; then they may be read by several.
 */
final class PackedRows {
  /** Rows of a block. */
  static final int BLOCK = 2 * Simd.LANES;

  /** Stands for factors that are all 1. */
  static final float[] NO_FACTORS = {};

  private final MemorySegment blocks;
  private final int rows;
  private final int dimensions;

  PackedRows(Arena arena, int rows, int dimensions) {
    this.rows = rows;
    this.dimensions = dimensions;
    this.blocks = arena.allocate(Math.max(1L, blocks()) * blockBytes(), Matrix.ROW_ALIGNMENT);
  }

  int rows() {
    return rows;
  }

  int dimensions() {
    return dimensions;
  }

  private int blocks() {
    return Math.ceilDiv(rows, BLOCK);
  }

  /** Copies values, of which {@code values[dimension * BLOCK + lane]} is one. */
  void set(int block, float[] values) {
    Objects.checkIndex(block, blocks());
    long at = block * blockBytes();
    MemorySegment.copy(values, 0, blocks, ValueLayout.JAVA_FLOAT, at, dimensions * BLOCK);
  }

  /**
   * Copies some rows, each multiplied by its factor.
   *
   * @param rowOf the row for each lane below {@code width}; behind there will be zeros
   * @param factors by number of the row, or {@link #NO_FACTORS}
   */
  void set(int block, FloatRows rows, IntUnaryOperator rowOf, int width, float[] factors) {
    float[] values = new float[dimensions * BLOCK];
    float[] copy = new float[dimensions];
    for (int lane = 0; lane < width; lane++) {
      int row = rowOf.applyAsInt(lane);
      rows.copyRow(row, copy, 0);
      transpose(copy, factors.length == 0 ? 1 : factors[row], values, lane);
    }
    set(block, values);
  }

  private static void transpose(float[] row, float factor, float[] values, int lane) {
    for (int i = 0; i < row.length; i++) {
      values[i * BLOCK + lane] = row[i] * factor;
    }
  }

  /** Returns the address of a block, for kernels: valid while the arena lives. */
  long address(int block) {
    return blocks.address() + block * blockBytes();
  }

  private long blockBytes() {
    return (long) dimensions * BLOCK * Float.BYTES;
  }
}
