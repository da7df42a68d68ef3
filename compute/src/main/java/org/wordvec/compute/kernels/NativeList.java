package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.wordvec.compute.simd.Simd;

/**
 * A list that the kernels read by address, with its size in front.
 *
 * <p>All of it is outside the heap: objects of several threads may come to lie in one cache line
 * when the collector moves them, and what is written there at every window the threads take from
 * each other. Belongs to one thread.
 */
abstract sealed class NativeList permits RowList, OutputBlocks {
  /** Two cache lines, which processors fetch together: so that no thread shares them. */
  static final long ALIGNMENT = 128;

  private final Arena arena;
  private final long elementBytes;
  private MemorySegment memory;
  private long base;

  /** Creates an empty list. */
  NativeList(Arena arena, long elementBytes) {
    this.arena = arena;
    this.elementBytes = elementBytes;
    this.memory = arena.allocate(3 * ALIGNMENT, ALIGNMENT);
    this.base = memory.address();
  }

  final void clear() {
    setSize(0);
  }

  final int size() {
    return (int) Simd.getLong(base);
  }

  /** Sets the size, for which there is space. */
  final void setSize(int size) {
    Simd.setLong(base, size);
  }

  /** Returns where an element is; the next are behind it. */
  final long address(int index) {
    return base + ALIGNMENT + index * elementBytes;
  }

  /** Makes space for so many elements, and for a vector behind them. */
  final void reserve(int elements) {
    long bytes = ALIGNMENT + elements * elementBytes + Simd.VECTOR_BYTES;
    if (bytes > memory.byteSize()) {
      memory = arena.allocate(Math.max(2 * memory.byteSize(), bytes), ALIGNMENT).copyFrom(memory);
      base = memory.address();
    }
  }
}
