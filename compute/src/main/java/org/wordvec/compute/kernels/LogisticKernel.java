package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.simd.Simd.ADDRESS;
import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.LANES;
import static org.wordvec.compute.simd.Simd.MEMORY;
import static org.wordvec.compute.simd.Simd.ORDER;
import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * The inner loops of skip-gram and CBOW, with negative sampling and with hierarchical softmax:
 * logistic regression between the input rows of a window and a block of up to {@value
 * OutputBlocks#OUTPUTS} output rows, in three stages:
 *
 * <pre>
 *   products      s[i][o] = in[i] . out[o]
 *   coefficients  g[i][o] = rate * (label[o] - sigmoid(s[i][o]))       {@link LogisticCoefficients}
 *   update        in'[i]  = in[i]  + sum over o of g[i][o] * out[o]
 *                 out'[o] = out[o] + sum over i of g[i][o] * in[i]
 * </pre>
 *
 * All right sides are the rows as they were before the block, so that the order of the inputs does
 * not matter. Every row is read and written once: the rows of outputs and their sums stay in
 * registers while the inputs pass, one vector wide. Where vectors have sixteen lanes {@link
 * WideLogisticKernel} does the same with twice as much in registers.
 *
 * <p>What shaped the code: six rows, six sums, an input, its sum and a coefficient fit sixteen
 * registers. C2 unrolls a loop of known stride and then moves all loads to the front, which spills;
 * so strides are parameters. An int offset from a long address becomes one addressing mode, a long
 * one two instructions. A scalar is read from a masked address by an unaligned layout, else its two
 * checks cost more than the multiply-adds between them. C2 stops inlining ordinary methods at a
 * number of nodes that a dozen vector loads reach, and a vector that crosses a call is boxed, which
 * costs ten times the arithmetic; so the stages call the Vector API and nothing of ours, and hand
 * their results on through memory.
 */
final class LogisticKernel {
  static final VectorMask<Float> ODD_1 = odd(1);
  static final VectorMask<Float> ODD_2 = odd(2);
  static final VectorMask<Float> ODD_4 = odd(4);
  static final VectorShuffle<Float> SWAP_1 = swap(1);
  static final VectorShuffle<Float> SWAP_2 = swap(2);
  static final VectorShuffle<Float> SWAP_4 = swap(4);

  private LogisticKernel() {}

  /** Returns the lanes whose number has a bit set. */
  static VectorMask<Float> odd(int bit) {
    long lanes = 0;
    for (int lane = 0; lane < LANES; lane++) {
      lanes |= (lane & bit) != 0 ? 1L << lane : 0;
    }
    return VectorMask.fromLong(FLOATS, lanes);
  }

  /** Exchanges each lane with the lane whose number differs in a bit. */
  static VectorShuffle<Float> swap(int bit) {
    return VectorShuffle.fromOp(FLOATS, lane -> (lane ^ bit) % LANES);
  }

  /**
   * Computes the products of the inputs with all outputs of some blocks.
   *
   * @param rows address of a list of the inputs' addresses
   * @param end bytes of that list, of which each input has {@code next}
   * @param blocks address of the blocks, each a list of the outputs' addresses
   * @param blocksEnd bytes of the blocks
   * @param products address for the result: {@link LogisticCoefficients#STRIDE} floats for each
   *     input, and space for another vector; those of the next block are {@link
   *     OutputBlocks#BLOCK_BYTES} behind, which is enough for one input
   * @param bytes length of a row, a multiple of the vector's
   * @param step bytes of a vector
   */
  static void products(
      long rows,
      int end,
      int next,
      long blocks,
      int blocksEnd,
      long products,
      int bytes,
      int step) {
    for (int b = 0; b < blocksEnd; b += OutputBlocks.BLOCK_BYTES) {
      long outputs = (blocks + b) & ADDRESS;
      long o0 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs);
      long o1 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 8);
      long o2 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 16);
      long o3 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 24);
      long o4 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 32);
      long o5 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 40);
      for (int i = 0; i < end; i += next) {
        long a = MEMORY.get(JAVA_LONG_UNALIGNED, (rows + i) & ADDRESS);
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector a4 = a0;
        FloatVector a5 = a0;
        for (int at = 0; at < bytes; at += step) {
          FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
          a0 = x.fma(fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER), a0);
          a1 = x.fma(fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER), a1);
          a2 = x.fma(fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER), a2);
          a3 = x.fma(fromMemorySegment(FLOATS, MEMORY, o3 + at, ORDER), a3);
          a4 = x.fma(fromMemorySegment(FLOATS, MEMORY, o4 + at, ORDER), a4);
          a5 = x.fma(fromMemorySegment(FLOATS, MEMORY, o5 + at, ORDER), a5);
        }
        // Adds up the lanes of all sums as a tree, so that lane o holds product o.
        a0 = a0.blend(a1, ODD_1).add(a1.blend(a0, ODD_1).rearrange(SWAP_1));
        a2 = a2.blend(a3, ODD_1).add(a3.blend(a2, ODD_1).rearrange(SWAP_1));
        a4 = a4.blend(a5, ODD_1).add(a5.blend(a4, ODD_1).rearrange(SWAP_1));
        a0 = a0.blend(a2, ODD_2).add(a2.blend(a0, ODD_2).rearrange(SWAP_2));
        a4 = a4.add(a4.rearrange(SWAP_2));
        long result = products + b + 4L * i;
        if (LANES == 4) {
          a0.intoMemorySegment(MEMORY, result, ORDER);
          a4.intoMemorySegment(MEMORY, result + VECTOR_BYTES, ORDER);
        } else {
          a0 = a0.blend(a4, ODD_4).add(a4.blend(a0, ODD_4).rearrange(SWAP_4));
          if (LANES == 16) {
            a0 = a0.add(a0.rearrange(WideLogisticKernel.SWAP_8));
          }
          a0.intoMemorySegment(MEMORY, result, ORDER);
        }
      }
    }
  }

  /**
   * Updates the inputs and a block of outputs.
   *
   * @param from where in each row to begin, in bytes
   * @param coefficients address of {@link LogisticCoefficients#STRIDE} floats for each input
   */
  static void update(
      long rows, int end, int next, long block, long coefficients, int from, int bytes, int step) {
    long outputs = block & ADDRESS;
    long o0 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs);
    long o1 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 8);
    long o2 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 16);
    long o3 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 24);
    long o4 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 32);
    long o5 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 40);
    for (int at = from; at < bytes; at += step) {
      FloatVector y0 = fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER);
      FloatVector y1 = fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER);
      FloatVector y2 = fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER);
      FloatVector y3 = fromMemorySegment(FLOATS, MEMORY, o3 + at, ORDER);
      FloatVector y4 = fromMemorySegment(FLOATS, MEMORY, o4 + at, ORDER);
      FloatVector y5 = fromMemorySegment(FLOATS, MEMORY, o5 + at, ORDER);
      FloatVector n0 = y0;
      FloatVector n1 = y1;
      FloatVector n2 = y2;
      FloatVector n3 = y3;
      FloatVector n4 = y4;
      FloatVector n5 = y5;
      for (int i = 0; i < end; i += next) {
        long row = MEMORY.get(JAVA_LONG_UNALIGNED, (rows + i) & ADDRESS);
        long g = (coefficients + 4L * i) & ADDRESS;
        FloatVector x = fromMemorySegment(FLOATS, MEMORY, row + at, ORDER);
        FloatVector u = x;
        FloatVector c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g));
        u = y0.fma(c, u);
        n0 = x.fma(c, n0);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 4));
        u = y1.fma(c, u);
        n1 = x.fma(c, n1);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 8));
        u = y2.fma(c, u);
        n2 = x.fma(c, n2);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 12));
        u = y3.fma(c, u);
        n3 = x.fma(c, n3);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 16));
        u = y4.fma(c, u);
        n4 = x.fma(c, n4);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 20));
        u = y5.fma(c, u);
        n5 = x.fma(c, n5);
        u.intoMemorySegment(MEMORY, row + at, ORDER);
      }
      n0.intoMemorySegment(MEMORY, o0 + at, ORDER);
      n1.intoMemorySegment(MEMORY, o1 + at, ORDER);
      n2.intoMemorySegment(MEMORY, o2 + at, ORDER);
      n3.intoMemorySegment(MEMORY, o3 + at, ORDER);
      n4.intoMemorySegment(MEMORY, o4 + at, ORDER);
      n5.intoMemorySegment(MEMORY, o5 + at, ORDER);
    }
  }

  /**
   * Updates all outputs of some blocks by a single input, and adds what the input is to change by
   * to another row, which may be the input itself.
   *
   * @param a address of the input
   * @param sum address of the other row
   * @param coefficients address of those of the first block; those of the next are {@link
   *     OutputBlocks#BLOCK_BYTES} behind
   */
  static void updateOne(
      long a, long sum, long blocks, int blocksEnd, long coefficients, int bytes, int step) {
    for (int b = 0; b < blocksEnd; b += OutputBlocks.BLOCK_BYTES) {
      long outputs = (blocks + b) & ADDRESS;
      long o0 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs);
      long o1 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 8);
      long o2 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 16);
      long o3 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 24);
      long o4 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 32);
      long o5 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 40);
      long g = (coefficients + b) & ADDRESS;
      FloatVector c0 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g));
      FloatVector c1 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 4));
      FloatVector c2 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 8));
      FloatVector c3 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 12));
      FloatVector c4 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 16));
      FloatVector c5 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 20));
      for (int at = 0; at < bytes; at += step) {
        FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
        FloatVector u = fromMemorySegment(FLOATS, MEMORY, sum + at, ORDER);
        FloatVector o = fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER);
        u = o.fma(c0, u);
        x.fma(c0, o).intoMemorySegment(MEMORY, o0 + at, ORDER);
        o = fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER);
        u = o.fma(c1, u);
        x.fma(c1, o).intoMemorySegment(MEMORY, o1 + at, ORDER);
        o = fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER);
        u = o.fma(c2, u);
        x.fma(c2, o).intoMemorySegment(MEMORY, o2 + at, ORDER);
        o = fromMemorySegment(FLOATS, MEMORY, o3 + at, ORDER);
        u = o.fma(c3, u);
        x.fma(c3, o).intoMemorySegment(MEMORY, o3 + at, ORDER);
        o = fromMemorySegment(FLOATS, MEMORY, o4 + at, ORDER);
        u = o.fma(c4, u);
        x.fma(c4, o).intoMemorySegment(MEMORY, o4 + at, ORDER);
        o = fromMemorySegment(FLOATS, MEMORY, o5 + at, ORDER);
        u = o.fma(c5, u);
        x.fma(c5, o).intoMemorySegment(MEMORY, o5 + at, ORDER);
        u.intoMemorySegment(MEMORY, sum + at, ORDER);
      }
    }
  }
}
