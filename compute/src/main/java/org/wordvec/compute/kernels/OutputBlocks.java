package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

/**
 * The outputs of a window in blocks of {@value #OUTPUTS}, as the kernels read them: a cache line
 * with the addresses of the rows, a bit for each label, and the number of the outputs. Where the
 * last block has fewer, rows of zeros stand for the others.
 *
 * <p>Outside the heap, and how many there are is for the caller to keep in a variable: objects of
 * several threads may come to lie in one cache line when the collector moves them, and what is
 * written there at every window the threads take from each other. Belongs to one thread.
 */
final class OutputBlocks {
  /** Outputs of a block: a word and the usual five negatives. */
  static final int OUTPUTS = 6;

  private static final int SLOTS = 8;
  private static final long BLOCK_BYTES = SLOTS * (long) Long.BYTES;
  private static final long LABELS = OUTPUTS * (long) Long.BYTES;
  private static final long COUNT = LABELS + Long.BYTES;

  private final Arena arena;
  private final Matrix nullRows;
  private MemorySegment memory;
  private long base;

  /**
   * Creates an empty list.
   *
   * @param nullRows rows of zeros, one for each output of a block
   */
  OutputBlocks(Arena arena, Matrix nullRows) {
    this.arena = arena;
    this.nullRows = nullRows;
    this.memory = arena.allocate(4 * BLOCK_BYTES, RowList.ALIGNMENT);
    this.base = memory.address();
  }

  /**
   * Adds an output.
   *
   * @param end what the call before returned; 0 for the first
   * @param row address of its row
   * @return the end of the list
   */
  int add(int end, long row, boolean label) {
    int slot = end % SLOTS;
    int place = end;
    if (slot == OUTPUTS) {
      slot = 0;
      place = end - OUTPUTS + SLOTS;
      reserve(place);
    }
    long block = base + (place - slot) * (long) Long.BYTES;
    Simd.setLong(block + slot * (long) Long.BYTES, row);
    if (slot == 0) {
      Simd.setLong(block + LABELS, label ? 1 : 0);
    } else if (label) {
      Simd.setLong(block + LABELS, Simd.getLong(block + LABELS) | 1L << slot);
    }
    Simd.setLong(block + COUNT, slot + 1L);
    return place + 1;
  }

  /** Completes the last block of a list and returns the number of blocks. */
  int complete(int end) {
    for (int place = end; place % SLOTS != 0 && place % SLOTS < OUTPUTS; place++) {
      Simd.setLong(base + place * (long) Long.BYTES, Addresses.of(nullRows, place % SLOTS));
    }
    return Math.ceilDiv(end, SLOTS);
  }

  /** Returns the address of a block, which is that of a list of its rows' addresses. */
  long block(int index) {
    return base + index * BLOCK_BYTES;
  }

  /** Returns how many outputs a block has. */
  static int count(long block) {
    return (int) Simd.getLong(block + COUNT);
  }

  /** Returns a bit for each output of a block, which is the output's label. */
  static int labels(long block) {
    return (int) Simd.getLong(block + LABELS);
  }

  /** Returns whether one of the first blocks names a row twice. */
  boolean repeatsRow(int blocks) {
    boolean repeats = false;
    for (int index = 0; index < blocks; index++) {
      repeats |= repeatsRow(block(index));
    }
    return repeats;
  }

  /** Returns whether a block names a row twice. Without branches, as it is asked of all. */
  @SuppressWarnings("ShortCircuitBoolean")
  private static boolean repeatsRow(long block) {
    long a = Simd.getLong(block);
    long b = Simd.getLong(block + 8);
    long c = Simd.getLong(block + 16);
    long d = Simd.getLong(block + 24);
    long e = Simd.getLong(block + 32);
    long f = Simd.getLong(block + 40);
    return (a == b | a == c | a == d | a == e | a == f | b == c | b == d | b == e | b == f)
        | (c == d | c == e | c == f | d == e | d == f | e == f);
  }

  /**
   * Copies the outputs of another list's first blocks to this list, in their order, but begins a
   * new block with one whose row the last block has already. Returns the number of blocks.
   */
  int copySeparated(OutputBlocks other, int blocks) {
    int end = 0;
    for (int index = 0; index < blocks; index++) {
      long block = other.block(index);
      for (int slot = 0; slot < count(block); slot++) {
        long row = Simd.getLong(block + slot * (long) Long.BYTES);
        if (lastBlockHas(end, row)) {
          complete(end);
          end = end / SLOTS * SLOTS + OUTPUTS;
        }
        end = add(end, row, (labels(block) >> slot & 1) == 1);
      }
    }
    return complete(end);
  }

  private boolean lastBlockHas(int end, long row) {
    for (int place = end / SLOTS * SLOTS; place < end; place++) {
      if (Simd.getLong(base + place * (long) Long.BYTES) == row) {
        return true;
      }
    }
    return false;
  }

  private void reserve(int place) {
    if ((place + SLOTS) * (long) Long.BYTES > memory.byteSize()) {
      memory = RowList.enlarge(memory, arena);
      base = memory.address();
    }
  }
}
