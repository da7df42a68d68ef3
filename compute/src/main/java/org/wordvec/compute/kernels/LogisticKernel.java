package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static jdk.incubator.vector.FloatVector.fromMemorySegment;
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
 * logistic regression between a few input rows and a few output rows.
 *
 * <p>The work comes in tiles, two inputs by three or four outputs or one input by six, and in three
 * stages, so that the stages of different tiles overlap in the processor:
 *
 * <pre>
 *   products      s[i][o] = in[i] . out[o]
 *   coefficients  g[i][o] = rate[o] * (label[o] - sigmoid(s[i][o]))
 *   update        in'[i]  = in[i]  + sum over o of g[i][o] * out[o]
 *                 out'[o] = out[o] + sum over i of g[i][o] * in[i]
 * </pre>
 *
 * A tile is updated from its own old values; where one row occurs twice among the outputs it is
 * updated in turn, element by element, and nothing is lost. The two inputs must be different rows.
 *
 * <p>What shaped the code, on 16 vector registers: eight running sums and three rows at once leave
 * no register to spill, where twelve sums, which would load less, do. C2 unrolls a loop of known
 * stride and then moves all loads to the front, which spills; so the stride is a parameter. An int
 * offset from a long address becomes one addressing mode, a long one two instructions. C2 stops
 * inlining ordinary methods at a number of nodes that a dozen vector loads reach, and a vector that
 * crosses a call is boxed, which costs ten times the arithmetic; so the stages call the Vector API
 * and nothing of ours, are too large to be inlined into a caller with a number of nodes of its own,
 * and hand their results on through memory.
 */
final class LogisticKernel {
  /** Products of a tile at most. */
  static final int PRODUCTS = 8;

  /** Floats of a vector of labels, rates or coefficients: a lane for each product, padded. */
  static final int COEFFICIENT_FLOATS = 16;

  /** Bytes of such a vector. */
  static final int COEFFICIENT_BYTES = COEFFICIENT_FLOATS * Float.BYTES;

  /** Bytes for the sums of a tile's products: a vector each, not yet added up. */
  static final int SUM_BYTES = PRODUCTS * COEFFICIENT_BYTES;

  /** Products beyond this count as this. */
  static final float LIMIT = 6;

  private static final FloatVector NUMERATOR = FloatVector.broadcast(FLOATS, 945 / 4f);
  private static final FloatVector DENOMINATOR = FloatVector.broadcast(FLOATS, 945);
  private static final VectorMask<Float> ODD_1 = odd(1);
  private static final VectorMask<Float> ODD_2 = odd(2);
  private static final VectorMask<Float> ODD_4 = odd(4);
  private static final VectorShuffle<Float> SWAP_1 = swap(1);
  private static final VectorShuffle<Float> SWAP_2 = swap(2);
  private static final VectorShuffle<Float> SWAP_4 = swap(4);
  private static final VectorShuffle<Float> SWAP_8 = swap(8);

  private LogisticKernel() {}

  /** Returns the lanes whose number has a bit set. */
  private static VectorMask<Float> odd(int bit) {
    long lanes = 0;
    for (int lane = 0; lane < LANES; lane++) {
      lanes |= (lane & bit) != 0 ? 1L << lane : 0;
    }
    return VectorMask.fromLong(FLOATS, lanes);
  }

  /** Exchanges each lane with the lane whose number differs in a bit. */
  private static VectorShuffle<Float> swap(int bit) {
    return VectorShuffle.fromOp(FLOATS, lane -> (lane ^ bit) % LANES);
  }

  /**
   * Computes the products of inputs a and b with three outputs, in the order a0 a1 a2 - b0 b1 b2 -.
   *
   * @param sums address of {@link #SUM_BYTES} for the result
   * @param bytes length of a row, a multiple of the vector's
   * @param step bytes of a vector
   */
  static void products(long a, long b, long o0, long o1, long o2, long sums, int bytes, int step) {
    FloatVector a0 = FloatVector.zero(FLOATS);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector b2 = a0;
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
    }
    a0.intoMemorySegment(MEMORY, sums, ORDER);
    a1.intoMemorySegment(MEMORY, sums + VECTOR_BYTES, ORDER);
    a2.intoMemorySegment(MEMORY, sums + 2L * VECTOR_BYTES, ORDER);
    b0.intoMemorySegment(MEMORY, sums + 4L * VECTOR_BYTES, ORDER);
    b1.intoMemorySegment(MEMORY, sums + 5L * VECTOR_BYTES, ORDER);
    b2.intoMemorySegment(MEMORY, sums + 6L * VECTOR_BYTES, ORDER);
  }

  /**
   * Computes the products of inputs a and b with four outputs, in the order a0 a1 a2 a3 b0 b1 b2
   * b3.
   */
  static void products(
      long a, long b, long o0, long o1, long o2, long o3, long sums, int bytes, int step) {
    FloatVector a0 = FloatVector.zero(FLOATS);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector b2 = a0;
    FloatVector b3 = a0;
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
    }
    a0.intoMemorySegment(MEMORY, sums, ORDER);
    a1.intoMemorySegment(MEMORY, sums + VECTOR_BYTES, ORDER);
    a2.intoMemorySegment(MEMORY, sums + 2L * VECTOR_BYTES, ORDER);
    a3.intoMemorySegment(MEMORY, sums + 3L * VECTOR_BYTES, ORDER);
    b0.intoMemorySegment(MEMORY, sums + 4L * VECTOR_BYTES, ORDER);
    b1.intoMemorySegment(MEMORY, sums + 5L * VECTOR_BYTES, ORDER);
    b2.intoMemorySegment(MEMORY, sums + 6L * VECTOR_BYTES, ORDER);
    b3.intoMemorySegment(MEMORY, sums + 7L * VECTOR_BYTES, ORDER);
  }

  /** Computes the products of one input with six outputs, in their order. */
  static void products(
      long a,
      long o0,
      long o1,
      long o2,
      long o3,
      long o4,
      long o5,
      long sums,
      int bytes,
      int step) {
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
    a0.intoMemorySegment(MEMORY, sums, ORDER);
    a1.intoMemorySegment(MEMORY, sums + VECTOR_BYTES, ORDER);
    a2.intoMemorySegment(MEMORY, sums + 2L * VECTOR_BYTES, ORDER);
    a3.intoMemorySegment(MEMORY, sums + 3L * VECTOR_BYTES, ORDER);
    a4.intoMemorySegment(MEMORY, sums + 4L * VECTOR_BYTES, ORDER);
    a5.intoMemorySegment(MEMORY, sums + 5L * VECTOR_BYTES, ORDER);
  }

  /**
   * Turns a tile's sums into coefficients: adds up the lanes of all eight sums as a tree, so that
   * lane i holds product i, and puts the products through the sigmoid together.
   *
   * @param labels address of the labels less one half, a float for each product
   * @param rates address of the learning rates, a float for each product
   * @param coefficients address for the result
   */
  static void coefficients(long sums, long labels, long rates, long coefficients) {
    FloatVector s0 = fromMemorySegment(FLOATS, MEMORY, sums, ORDER);
    FloatVector s1 = fromMemorySegment(FLOATS, MEMORY, sums + VECTOR_BYTES, ORDER);
    FloatVector s2 = fromMemorySegment(FLOATS, MEMORY, sums + 2L * VECTOR_BYTES, ORDER);
    FloatVector s3 = fromMemorySegment(FLOATS, MEMORY, sums + 3L * VECTOR_BYTES, ORDER);
    FloatVector s4 = fromMemorySegment(FLOATS, MEMORY, sums + 4L * VECTOR_BYTES, ORDER);
    FloatVector s5 = fromMemorySegment(FLOATS, MEMORY, sums + 5L * VECTOR_BYTES, ORDER);
    FloatVector s6 = fromMemorySegment(FLOATS, MEMORY, sums + 6L * VECTOR_BYTES, ORDER);
    FloatVector s7 = fromMemorySegment(FLOATS, MEMORY, sums + 7L * VECTOR_BYTES, ORDER);
    FloatVector s01 = s0.blend(s1, ODD_1).add(s1.blend(s0, ODD_1).rearrange(SWAP_1));
    FloatVector s23 = s2.blend(s3, ODD_1).add(s3.blend(s2, ODD_1).rearrange(SWAP_1));
    FloatVector s45 = s4.blend(s5, ODD_1).add(s5.blend(s4, ODD_1).rearrange(SWAP_1));
    FloatVector s67 = s6.blend(s7, ODD_1).add(s7.blend(s6, ODD_1).rearrange(SWAP_1));
    FloatVector s0123 = s01.blend(s23, ODD_2).add(s23.blend(s01, ODD_2).rearrange(SWAP_2));
    FloatVector s4567 = s45.blend(s67, ODD_2).add(s67.blend(s45, ODD_2).rearrange(SWAP_2));
    if (LANES == 4) {
      coefficients(s0123, labels, rates).intoMemorySegment(MEMORY, coefficients, ORDER);
      coefficients(s4567, labels + 16, rates + 16)
          .intoMemorySegment(MEMORY, coefficients + 16, ORDER);
    } else {
      FloatVector all = s0123.blend(s4567, ODD_4).add(s4567.blend(s0123, ODD_4).rearrange(SWAP_4));
      if (LANES == 16) {
        all = all.add(all.rearrange(SWAP_8));
      }
      coefficients(all, labels, rates).intoMemorySegment(MEMORY, coefficients, ORDER);
    }
  }

  /**
   * Returns {@code rate (label - sigmoid(x))}, with {@code sigmoid(x) - 1/2 = tanh(x/2)/2} and, for
   * y = x/2, {@code tanh(y) = y (945 + 105 y^2 + y^4) / (945 + 420 y^2 + 15 y^4)}, the fifth
   * convergent of Lambert's continued fraction. x is limited to ±{@value #LIMIT}, where
   * word2vec.c's table ends too; inside, the sigmoid is off by at most 2.5e-4, where that table's
   * steps are off by up to 3e-3. NaN stays NaN.
   */
  private static FloatVector coefficients(FloatVector products, long labels, long rates) {
    FloatVector x = products.min(LIMIT).max(-LIMIT);
    FloatVector square = x.mul(x);
    FloatVector numerator = square.mul(1 / 64f).add(26.25f / 4).fma(square, NUMERATOR);
    FloatVector denominator = square.mul(15 / 16f).add(105).fma(square, DENOMINATOR);
    return fromMemorySegment(FLOATS, MEMORY, labels, ORDER)
        .sub(x.mul(numerator).div(denominator))
        .mul(fromMemorySegment(FLOATS, MEMORY, rates, ORDER));
  }

  /** Updates inputs a and b and three outputs. */
  static void update(
      long a, long b, long o0, long o1, long o2, long coefficients, int bytes, int step) {
    FloatVector a0 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients));
    FloatVector a1 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 4));
    FloatVector a2 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 8));
    FloatVector b0 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 16));
    FloatVector b1 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 20));
    FloatVector b2 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 24));
    for (int at = 0; at < bytes; at += step) {
      FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
      FloatVector y = fromMemorySegment(FLOATS, MEMORY, b + at, ORDER);
      FloatVector o = fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER);
      FloatVector u = o.fma(a0, x);
      FloatVector v = o.fma(b0, y);
      y.fma(b0, x.fma(a0, o)).intoMemorySegment(MEMORY, o0 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER);
      u = o.fma(a1, u);
      v = o.fma(b1, v);
      y.fma(b1, x.fma(a1, o)).intoMemorySegment(MEMORY, o1 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER);
      o.fma(a2, u).intoMemorySegment(MEMORY, a + at, ORDER);
      o.fma(b2, v).intoMemorySegment(MEMORY, b + at, ORDER);
      y.fma(b2, x.fma(a2, o)).intoMemorySegment(MEMORY, o2 + at, ORDER);
    }
  }

  /** Updates inputs a and b and four outputs. */
  static void update(
      long a, long b, long o0, long o1, long o2, long o3, long coefficients, int bytes, int step) {
    FloatVector a0 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients));
    FloatVector a1 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 4));
    FloatVector a2 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 8));
    FloatVector a3 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 12));
    FloatVector b0 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 16));
    FloatVector b1 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 20));
    FloatVector b2 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 24));
    FloatVector b3 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 28));
    for (int at = 0; at < bytes; at += step) {
      FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
      FloatVector y = fromMemorySegment(FLOATS, MEMORY, b + at, ORDER);
      FloatVector o = fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER);
      FloatVector u = o.fma(a0, x);
      FloatVector v = o.fma(b0, y);
      y.fma(b0, x.fma(a0, o)).intoMemorySegment(MEMORY, o0 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER);
      u = o.fma(a1, u);
      v = o.fma(b1, v);
      y.fma(b1, x.fma(a1, o)).intoMemorySegment(MEMORY, o1 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER);
      u = o.fma(a2, u);
      v = o.fma(b2, v);
      y.fma(b2, x.fma(a2, o)).intoMemorySegment(MEMORY, o2 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o3 + at, ORDER);
      o.fma(a3, u).intoMemorySegment(MEMORY, a + at, ORDER);
      o.fma(b3, v).intoMemorySegment(MEMORY, b + at, ORDER);
      y.fma(b3, x.fma(a3, o)).intoMemorySegment(MEMORY, o3 + at, ORDER);
    }
  }

  /** Updates six outputs, and adds what input a is to change by to {@code gradient}. */
  static void update(
      long a,
      long gradient,
      long o0,
      long o1,
      long o2,
      long o3,
      long o4,
      long o5,
      long coefficients,
      int bytes,
      int step) {
    FloatVector a0 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients));
    FloatVector a1 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 4));
    FloatVector a2 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 8));
    FloatVector a3 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 12));
    FloatVector a4 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 16));
    FloatVector a5 = FloatVector.broadcast(FLOATS, MEMORY.get(JAVA_FLOAT, coefficients + 20));
    for (int at = 0; at < bytes; at += step) {
      FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
      FloatVector u = fromMemorySegment(FLOATS, MEMORY, gradient + at, ORDER);
      FloatVector o = fromMemorySegment(FLOATS, MEMORY, o0 + at, ORDER);
      u = o.fma(a0, u);
      x.fma(a0, o).intoMemorySegment(MEMORY, o0 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o1 + at, ORDER);
      u = o.fma(a1, u);
      x.fma(a1, o).intoMemorySegment(MEMORY, o1 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o2 + at, ORDER);
      u = o.fma(a2, u);
      x.fma(a2, o).intoMemorySegment(MEMORY, o2 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o3 + at, ORDER);
      u = o.fma(a3, u);
      x.fma(a3, o).intoMemorySegment(MEMORY, o3 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o4 + at, ORDER);
      u = o.fma(a4, u);
      x.fma(a4, o).intoMemorySegment(MEMORY, o4 + at, ORDER);
      o = fromMemorySegment(FLOATS, MEMORY, o5 + at, ORDER);
      o.fma(a5, u).intoMemorySegment(MEMORY, gradient + at, ORDER);
      x.fma(a5, o).intoMemorySegment(MEMORY, o5 + at, ORDER);
    }
  }
}
