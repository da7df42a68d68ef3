package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.kernels.LogisticKernel.ODD_1;
import static org.wordvec.compute.kernels.LogisticKernel.ODD_2;
import static org.wordvec.compute.kernels.LogisticKernel.ODD_4;
import static org.wordvec.compute.kernels.LogisticKernel.SWAP_1;
import static org.wordvec.compute.kernels.LogisticKernel.SWAP_2;
import static org.wordvec.compute.kernels.LogisticKernel.SWAP_4;
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
 * {@link LogisticKernel} for vectors of sixteen lanes, of which a processor has 32 registers: two
 * inputs at once in the products, and rows two vectors wide in the update, so that each coefficient
 * that is loaded serves four multiply-adds and these, not the loads, are the limit. The results are
 * the same to the last bit.
 */
final class WideLogisticKernel {
  /** Whether this machine has such vectors. */
  static final boolean FITS = LANES == 16;

  static final VectorShuffle<Float> SWAP_8 = LogisticKernel.swap(8);
  private static final VectorMask<Float> ODD_8 = LogisticKernel.odd(8);

  private WideLogisticKernel() {}

  /**
   * Computes the products of pairs of inputs with a block of outputs.
   *
   * @param rows address of a list of the inputs' addresses; an odd one is followed by another row,
   *     whose products are computed too
   * @param end bytes of that list, of which each pair has {@code next}
   */
  static void products(
      long rows, int end, int next, long block, long products, int bytes, int step) {
    long outputs = block & ADDRESS;
    long o0 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs);
    long o1 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 8);
    long o2 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 16);
    long o3 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 24);
    long o4 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 32);
    long o5 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 40);
    for (int i = 0; i < end; i += next) {
      long pair = (rows + i) & ADDRESS;
      long a = MEMORY.get(JAVA_LONG_UNALIGNED, pair);
      long b = MEMORY.get(JAVA_LONG_UNALIGNED, pair + 8);
      FloatVector a0 = FloatVector.zero(FLOATS);
      FloatVector a1 = a0;
      FloatVector a2 = a0;
      FloatVector a3 = a0;
      FloatVector a4 = a0;
      FloatVector a5 = a0;
      FloatVector b0 = a0;
      FloatVector b1 = a0;
      FloatVector b2 = a0;
      FloatVector b3 = a0;
      FloatVector b4 = a0;
      FloatVector b5 = a0;
      for (int at = 0; at < bytes; at += step) {
        FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
        FloatVector y = fromMemorySegment(FLOATS, MEMORY, b + at, ORDER);
        FloatVector o = fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER);
        a0 = x.fma(o, a0);
        b0 = y.fma(o, b0);
        o = fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER);
        a1 = x.fma(o, a1);
        b1 = y.fma(o, b1);
        o = fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER);
        a2 = x.fma(o, a2);
        b2 = y.fma(o, b2);
        o = fromMemorySegment(FLOATS, MEMORY, o3 + at, ORDER);
        a3 = x.fma(o, a3);
        b3 = y.fma(o, b3);
        o = fromMemorySegment(FLOATS, MEMORY, o4 + at, ORDER);
        a4 = x.fma(o, a4);
        b4 = y.fma(o, b4);
        o = fromMemorySegment(FLOATS, MEMORY, o5 + at, ORDER);
        a5 = x.fma(o, a5);
        b5 = y.fma(o, b5);
      }
      a0 = a0.blend(a1, ODD_1).add(a1.blend(a0, ODD_1).rearrange(SWAP_1));
      a2 = a2.blend(a3, ODD_1).add(a3.blend(a2, ODD_1).rearrange(SWAP_1));
      a4 = a4.blend(a5, ODD_1).add(a5.blend(a4, ODD_1).rearrange(SWAP_1));
      a0 = a0.blend(a2, ODD_2).add(a2.blend(a0, ODD_2).rearrange(SWAP_2));
      a4 = a4.add(a4.rearrange(SWAP_2));
      a0 = a0.blend(a4, ODD_4).add(a4.blend(a0, ODD_4).rearrange(SWAP_4));
      b0 = b0.blend(b1, ODD_1).add(b1.blend(b0, ODD_1).rearrange(SWAP_1));
      b2 = b2.blend(b3, ODD_1).add(b3.blend(b2, ODD_1).rearrange(SWAP_1));
      b4 = b4.blend(b5, ODD_1).add(b5.blend(b4, ODD_1).rearrange(SWAP_1));
      b0 = b0.blend(b2, ODD_2).add(b2.blend(b0, ODD_2).rearrange(SWAP_2));
      b4 = b4.add(b4.rearrange(SWAP_2));
      b0 = b0.blend(b4, ODD_4).add(b4.blend(b0, ODD_4).rearrange(SWAP_4));
      a0 = a0.blend(b0, ODD_8).add(b0.blend(a0, ODD_8).rearrange(SWAP_8));
      a0.intoMemorySegment(MEMORY, products + 4L * i, ORDER);
    }
  }

  /**
   * Updates the inputs and a block of outputs, two vectors of each row at a time.
   *
   * @param bytes length to update, a multiple of {@code step}
   * @param step bytes of two vectors
   */
  static void update(
      long rows, int end, int next, long block, long coefficients, int bytes, int step) {
    long outputs = block & ADDRESS;
    long o0 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs);
    long o1 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 8);
    long o2 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 16);
    long o3 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 24);
    long o4 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 32);
    long o5 = MEMORY.get(JAVA_LONG_UNALIGNED, outputs + 40);
    for (int at = 0; at < bytes; at += step) {
      FloatVector y0 = fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER);
      FloatVector z0 = fromMemorySegment(FLOATS, MEMORY, o0 + at + VECTOR_BYTES, ORDER);
      FloatVector y1 = fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER);
      FloatVector z1 = fromMemorySegment(FLOATS, MEMORY, o1 + at + VECTOR_BYTES, ORDER);
      FloatVector y2 = fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER);
      FloatVector z2 = fromMemorySegment(FLOATS, MEMORY, o2 + at + VECTOR_BYTES, ORDER);
      FloatVector y3 = fromMemorySegment(FLOATS, MEMORY, o3 + at, ORDER);
      FloatVector z3 = fromMemorySegment(FLOATS, MEMORY, o3 + at + VECTOR_BYTES, ORDER);
      FloatVector y4 = fromMemorySegment(FLOATS, MEMORY, o4 + at, ORDER);
      FloatVector z4 = fromMemorySegment(FLOATS, MEMORY, o4 + at + VECTOR_BYTES, ORDER);
      FloatVector y5 = fromMemorySegment(FLOATS, MEMORY, o5 + at, ORDER);
      FloatVector z5 = fromMemorySegment(FLOATS, MEMORY, o5 + at + VECTOR_BYTES, ORDER);
      FloatVector n0 = y0;
      FloatVector m0 = z0;
      FloatVector n1 = y1;
      FloatVector m1 = z1;
      FloatVector n2 = y2;
      FloatVector m2 = z2;
      FloatVector n3 = y3;
      FloatVector m3 = z3;
      FloatVector n4 = y4;
      FloatVector m4 = z4;
      FloatVector n5 = y5;
      FloatVector m5 = z5;
      for (int i = 0; i < end; i += next) {
        long row = MEMORY.get(JAVA_LONG_UNALIGNED, (rows + i) & ADDRESS);
        long g = (coefficients + 4L * i) & ADDRESS;
        FloatVector x = fromMemorySegment(FLOATS, MEMORY, row + at, ORDER);
        FloatVector w = fromMemorySegment(FLOATS, MEMORY, row + at + VECTOR_BYTES, ORDER);
        FloatVector u = x;
        FloatVector v = w;
        FloatVector c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g));
        u = y0.fma(c, u);
        v = z0.fma(c, v);
        n0 = x.fma(c, n0);
        m0 = w.fma(c, m0);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 4));
        u = y1.fma(c, u);
        v = z1.fma(c, v);
        n1 = x.fma(c, n1);
        m1 = w.fma(c, m1);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 8));
        u = y2.fma(c, u);
        v = z2.fma(c, v);
        n2 = x.fma(c, n2);
        m2 = w.fma(c, m2);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 12));
        u = y3.fma(c, u);
        v = z3.fma(c, v);
        n3 = x.fma(c, n3);
        m3 = w.fma(c, m3);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 16));
        u = y4.fma(c, u);
        v = z4.fma(c, v);
        n4 = x.fma(c, n4);
        m4 = w.fma(c, m4);
        c = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT_UNALIGNED, g + 20));
        u = y5.fma(c, u);
        v = z5.fma(c, v);
        n5 = x.fma(c, n5);
        m5 = w.fma(c, m5);
        u.intoMemorySegment(MEMORY, row + at, ORDER);
        v.intoMemorySegment(MEMORY, row + at + VECTOR_BYTES, ORDER);
      }
      n0.intoMemorySegment(MEMORY, o0 + at, ORDER);
      m0.intoMemorySegment(MEMORY, o0 + at + VECTOR_BYTES, ORDER);
      n1.intoMemorySegment(MEMORY, o1 + at, ORDER);
      m1.intoMemorySegment(MEMORY, o1 + at + VECTOR_BYTES, ORDER);
      n2.intoMemorySegment(MEMORY, o2 + at, ORDER);
      m2.intoMemorySegment(MEMORY, o2 + at + VECTOR_BYTES, ORDER);
      n3.intoMemorySegment(MEMORY, o3 + at, ORDER);
      m3.intoMemorySegment(MEMORY, o3 + at + VECTOR_BYTES, ORDER);
      n4.intoMemorySegment(MEMORY, o4 + at, ORDER);
      m4.intoMemorySegment(MEMORY, o4 + at + VECTOR_BYTES, ORDER);
      n5.intoMemorySegment(MEMORY, o5 + at, ORDER);
      m5.intoMemorySegment(MEMORY, o5 + at + VECTOR_BYTES, ORDER);
    }
  }
}
