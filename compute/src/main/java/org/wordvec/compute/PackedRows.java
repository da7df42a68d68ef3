package org.wordvec.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * Rows laid out for {@link PackedQueries}: in blocks of two vectors, the values of a dimension side
 * by side, so that a lane stands for a row. Behind the last row there are zeros.
 *
 * <p>Blocks may be set by several threads, each by one; then they may be read by several.
 */
final class PackedRows {
  /** Rows of a block. */
  static final int BLOCK = 2 * Simd.LANES;

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

  /** Address of a block, for kernels: valid while the arena lives. */
  long address(int block) {
    return blocks.address() + block * blockBytes();
  }

  private long blockBytes() {
    return (long) dimensions * BLOCK * Float.BYTES;
  }
}
