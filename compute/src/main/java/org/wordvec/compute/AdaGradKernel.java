package org.wordvec.compute;

import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.Simd.FLOATS;
import static org.wordvec.compute.Simd.MEMORY;
import static org.wordvec.compute.Simd.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of least squares between two rows with AdaGrad: their product, and the step
 *
 * <pre>
 *   t[a] = rate * clip(g * b)       t[b] = rate * clip(g * a)
 *   a'   = a - t[a] / sqrt(S[a])    b'   = b - t[b] / sqrt(S[b])
 *   S'[a] = S[a] + t[a]^2           S'[b] = S[b] + t[b]^2
 * </pre>
 *
 * <p>Square roots and divisions would take most of the time: a vector of 8 occupies the divider for
 * 15 cycles or so, and a step needs two. In their place stands the approximation of 1/sqrt(S) from
 * the bits of a float and one step of Newton's method with the constants of Kadlec (2010), which is
 * off by at most 6.5e-4 of the value: a step is that much longer or shorter, no more.
 *
 * <p>For the shape of the loops see {@link LogisticKernel}.
 */
final class AdaGradKernel {
  private static final IntVector MAGIC =
      IntVector.broadcast(VectorSpecies.of(int.class, FLOATS.vectorShape()), 0x5F1FFFF9);
  private static final float NEWTON_SCALE = 0.70395225f;
  private static final float NEWTON_OFFSET = 2.3892446f;

  private AdaGradKernel() {}

  /**
   * Product of two rows.
   *
   * @param bytes length of a row, a multiple of the vector's
   * @param step bytes of a vector
   */
  static float product(long a, long b, int bytes, int step) {
    FloatVector even = FloatVector.zero(FLOATS);
    FloatVector odd = even;
    int pair = 2 * step;
    int at = step;
    for (; at < bytes; at += pair) {
      even =
          fromMemorySegment(FLOATS, MEMORY, a + at - step, ORDER)
              .fma(fromMemorySegment(FLOATS, MEMORY, b + at - step, ORDER), even);
      odd =
          fromMemorySegment(FLOATS, MEMORY, a + at, ORDER)
              .fma(fromMemorySegment(FLOATS, MEMORY, b + at, ORDER), odd);
    }
    if (at == bytes) {
      even =
          fromMemorySegment(FLOATS, MEMORY, a + at - step, ORDER)
              .fma(fromMemorySegment(FLOATS, MEMORY, b + at - step, ORDER), even);
    }
    return even.add(odd).reduceLanes(VectorOperators.ADD);
  }

  /**
   * Updates both rows where no gradient reaches the limit.
   *
   * @param sumsA address of the sums of row a
   * @param sumsB address of the sums of row b
   * @param scale learning rate times g
   */
  static void update(long a, long b, long sumsA, long sumsB, float scale, int bytes, int step) {
    FloatVector g = FloatVector.broadcast(FLOATS, scale);
    FloatVector offset = FloatVector.broadcast(FLOATS, NEWTON_OFFSET);
    for (int at = 0; at < bytes; at += step) {
      FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
      FloatVector y = fromMemorySegment(FLOATS, MEMORY, b + at, ORDER);
      FloatVector s = fromMemorySegment(FLOATS, MEMORY, sumsA + at, ORDER);
      FloatVector t = y.mul(g);
      FloatVector r =
          MAGIC.sub(s.reinterpretAsInts().lanewise(VectorOperators.LSHR, 1)).reinterpretAsFloats();
      FloatVector u = r.mul(t).mul(NEWTON_SCALE);
      u.fma(r.mul(r).mul(s).sub(offset), x).intoMemorySegment(MEMORY, a + at, ORDER);
      t.fma(t, s).intoMemorySegment(MEMORY, sumsA + at, ORDER);
      s = fromMemorySegment(FLOATS, MEMORY, sumsB + at, ORDER);
      t = x.mul(g);
      r = MAGIC.sub(s.reinterpretAsInts().lanewise(VectorOperators.LSHR, 1)).reinterpretAsFloats();
      u = r.mul(t).mul(NEWTON_SCALE);
      u.fma(r.mul(r).mul(s).sub(offset), y).intoMemorySegment(MEMORY, b + at, ORDER);
      t.fma(t, s).intoMemorySegment(MEMORY, sumsB + at, ORDER);
    }
  }

  /**
   * Updates both rows and limits the gradients.
   *
   * @param sumsA address of the sums of row a
   * @param sumsB address of the sums of row b
   * @param scale learning rate times g
   * @param limit learning rate times the greatest gradient
   */
  static void updateClipped(
      long a, long b, long sumsA, long sumsB, float scale, float limit, int bytes, int step) {
    FloatVector g = FloatVector.broadcast(FLOATS, scale);
    FloatVector offset = FloatVector.broadcast(FLOATS, NEWTON_OFFSET);
    for (int at = 0; at < bytes; at += step) {
      FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
      FloatVector y = fromMemorySegment(FLOATS, MEMORY, b + at, ORDER);
      FloatVector s = fromMemorySegment(FLOATS, MEMORY, sumsA + at, ORDER);
      FloatVector t = y.mul(g).min(limit).max(-limit);
      FloatVector r =
          MAGIC.sub(s.reinterpretAsInts().lanewise(VectorOperators.LSHR, 1)).reinterpretAsFloats();
      FloatVector u = r.mul(t).mul(NEWTON_SCALE);
      u.fma(r.mul(r).mul(s).sub(offset), x).intoMemorySegment(MEMORY, a + at, ORDER);
      t.fma(t, s).intoMemorySegment(MEMORY, sumsA + at, ORDER);
      s = fromMemorySegment(FLOATS, MEMORY, sumsB + at, ORDER);
      t = x.mul(g).min(limit).max(-limit);
      r = MAGIC.sub(s.reinterpretAsInts().lanewise(VectorOperators.LSHR, 1)).reinterpretAsFloats();
      u = r.mul(t).mul(NEWTON_SCALE);
      u.fma(r.mul(r).mul(s).sub(offset), y).intoMemorySegment(MEMORY, b + at, ORDER);
      t.fma(t, s).intoMemorySegment(MEMORY, sumsB + at, ORDER);
    }
  }
}
