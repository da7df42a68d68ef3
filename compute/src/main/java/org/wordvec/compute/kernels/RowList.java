package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.wordvec.compute.simd.Simd;

/**
 * The addresses of some rows, as the kernels read them; outside the heap, and without their number,
 * for the reason that {@link OutputBlocks} gives. Belongs to one thread.
 */
final class RowList {
  /** Two cache lines, which processors fetch together: so that no thread shares them. */
  static final long ALIGNMENT = 128;

  private final Arena arena;
  private MemorySegment memory;
  private long base;

  RowList(Arena arena) {
    this.arena = arena;
    this.memory = arena.allocate(ALIGNMENT, ALIGNMENT);
    this.base = memory.address();
  }

  /** Sets a row at a place that was set before, or behind the last. */
  void set(int place, long row) {
    long at = place * (long) Long.BYTES;
    if (at == memory.byteSize()) {
      memory = enlarge(memory, arena);
      base = memory.address();
    }
    Simd.setLong(base + at, row);
  }

  /** Returns where the rows' addresses are, one behind the other. */
  long address() {
    return base;
  }

  /** Returns a copy of twice the size. */
  static MemorySegment enlarge(MemorySegment memory, Arena arena) {
    return arena.allocate(2 * memory.byteSize(), ALIGNMENT).copyFrom(memory);
  }
}
