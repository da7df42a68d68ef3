package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

/**
 * The outputs of a window in blocks of {@value #OUTPUTS}, as the kernels read them: a cache line
 * with the addresses of the rows, a bit for each label, and the number of the outputs. Where the
 * last block has fewer, rows of zeros stand for the others.
 *
 * <p>Its elements are the blocks.
 */
final class OutputBlocks extends NativeList {
  /** Outputs of a block: a word and the usual five negatives. */
  static final int OUTPUTS = 6;

  /** Bytes of a block. */
  static final int BLOCK_BYTES = 64;

  /** Where in a block the labels are. */
  static final int LABELS = OUTPUTS * Long.BYTES;

  /** Where in a block the number of its outputs is. */
  static final int COUNT = LABELS + Long.BYTES;

  private final Matrix nullRows;

  /**
   * Creates an empty list.
   *
   * @param nullRows rows of zeros, one for each output of a block
   */
  OutputBlocks(Arena arena, Matrix nullRows) {
    super(arena, BLOCK_BYTES);
    this.nullRows = nullRows;
  }

  /**
   * Adds outputs.
   *
   * @param turns for each twice the number of its row, and 1 more where its label is 0
   * @param rows where they are
   */
  void addAll(int[] turns, int from, int to, ThreadLocalRows rows) {
    int at = from;
    while (at < to) {
      int blocks = size();
      int count = blocks > 0 ? count(address(blocks - 1)) : OUTPUTS;
      int labels = 0;
      if (count == OUTPUTS) {
        count = 0;
        reserve(++blocks);
      } else {
        labels = labels(address(blocks - 1));
      }
      long block = address(blocks - 1);
      int last = Math.min(OUTPUTS, count + to - at);
      for (; count < last; count++) {
        int turn = turns[at++];
        Simd.setLong(block + count * (long) Long.BYTES, rows.use(turn >> 1));
        labels |= (~turn & 1) << count;
      }
      complete(block, labels, count);
      setSize(blocks);
    }
  }

  private void complete(long block, int labels, int count) {
    Simd.setLong(block + LABELS, labels);
    Simd.setLong(block + COUNT, count);
    for (int slot = count; slot < OUTPUTS; slot++) {
      Simd.setLong(block + slot * (long) Long.BYTES, Addresses.of(nullRows, slot));
    }
  }

  /** Returns how many outputs a block has. */
  static int count(long block) {
    return (int) Simd.getLong(block + COUNT);
  }

  /** Returns a bit for each output of a block, which is the output's label. */
  static int labels(long block) {
    return (int) Simd.getLong(block + LABELS);
  }

  /** Returns whether a block names a row twice. */
  boolean repeatsRow() {
    boolean repeats = false;
    for (int index = 0; index < size(); index++) {
      repeats |= repeatsRow(address(index));
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
   * Becomes a copy of another list, in its order, where an output whose row its block has already
   * begins a new block.
   */
  void copySeparated(OutputBlocks other) {
    int blocks = 0;
    int count = OUTPUTS;
    int labels = 0;
    for (int index = 0; index < other.size(); index++) {
      long block = other.address(index);
      for (int slot = 0; slot < count(block); slot++) {
        long row = Simd.getLong(block + slot * (long) Long.BYTES);
        if (count == OUTPUTS || has(address(blocks - 1), count, row)) {
          reserve(++blocks);
          count = 0;
          labels = 0;
        }
        long last = address(blocks - 1);
        Simd.setLong(last + count * (long) Long.BYTES, row);
        labels |= (labels(block) >> slot & 1) << count++;
        complete(last, labels, count);
      }
    }
    setSize(blocks);
  }

  private static boolean has(long block, int count, long row) {
    for (int slot = 0; slot < count; slot++) {
      if (Simd.getLong(block + slot * (long) Long.BYTES) == row) {
        return true;
      }
    }
    return false;
  }
}
