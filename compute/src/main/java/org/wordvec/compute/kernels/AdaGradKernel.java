package org.wordvec.compute.kernels;

import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.LANES;
import static org.wordvec.compute.simd.Simd.MEMORY;
import static org.wordvec.compute.simd.Simd.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * The inner loops of least squares between two rows with AdaGrad: their product, and the step
 *
 * <pre>
 *   t[a] = rate * clip(g * b)       t[b] = rate * clip(g * a)
 *   a'   = a - t[a] / sqrt(S[a])    b'   = b - t[b] / sqrt(S[b])
 *   S'[a] = S[a] + t[a]^2           S'[b] = S[b] + t[b]^2
 * </pre>
 *
 * <p>An approximation of 1/sqrt from the bits of a float and a step of Newton's method was tried:
 * at dimension 100 it gained a quarter at most, since the rows come from L2. For the shape of the
 * loops see {@link LogisticKernel}.
 */
final class AdaGradKernel {
  private static final VectorShuffle<Float> SWAP_1 = swap(1);
  private static final VectorShuffle<Float> SWAP_2 = swap(2);
  private static final VectorShuffle<Float> SWAP_4 = swap(4);
  private static final VectorShuffle<Float> SWAP_8 = swap(8);

  private AdaGradKernel() {}

  /** Exchanges each lane with the lane whose number differs in a bit. */
  private static VectorShuffle<Float> swap(int bit) {
    return VectorShuffle.fromOp(FLOATS, lane -> (lane ^ bit) % LANES);
  }

  /**
   * Returns the product of two rows.
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
    return sum(even.add(odd));
  }

  /**
   * Adds up as a tree: reduceLanes may add in one order before it is compiled and in another after.
   */
  private static float sum(FloatVector vector) {
    FloatVector sum = vector.add(vector.rearrange(SWAP_1));
    sum = sum.add(sum.rearrange(SWAP_2));
    if (LANES > 4) {
      sum = sum.add(sum.rearrange(SWAP_4));
    }
    if (LANES > 8) {
      sum = sum.add(sum.rearrange(SWAP_8));
    }
    return sum.lane(0);
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
    for (int at = 0; at < bytes; at += step) {
      FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
      FloatVector y = fromMemorySegment(FLOATS, MEMORY, b + at, ORDER);
      FloatVector s = fromMemorySegment(FLOATS, MEMORY, sumsA + at, ORDER);
      FloatVector t = y.mul(g);
      x.sub(t.div(s.sqrt())).intoMemorySegment(MEMORY, a + at, ORDER);
      t.fma(t, s).intoMemorySegment(MEMORY, sumsA + at, ORDER);
      s = fromMemorySegment(FLOATS, MEMORY, sumsB + at, ORDER);
      t = x.mul(g);
      y.sub(t.div(s.sqrt())).intoMemorySegment(MEMORY, b + at, ORDER);
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
    for (int at = 0; at < bytes; at += step) {
      FloatVector x = fromMemorySegment(FLOATS, MEMORY, a + at, ORDER);
      FloatVector y = fromMemorySegment(FLOATS, MEMORY, b + at, ORDER);
      FloatVector s = fromMemorySegment(FLOATS, MEMORY, sumsA + at, ORDER);
      FloatVector t = y.mul(g).min(limit).max(-limit);
      x.sub(t.div(s.sqrt())).intoMemorySegment(MEMORY, a + at, ORDER);
      t.fma(t, s).intoMemorySegment(MEMORY, sumsA + at, ORDER);
      s = fromMemorySegment(FLOATS, MEMORY, sumsB + at, ORDER);
      t = x.mul(g).min(limit).max(-limit);
      y.sub(t.div(s.sqrt())).intoMemorySegment(MEMORY, b + at, ORDER);
      t.fma(t, s).intoMemorySegment(MEMORY, sumsB + at, ORDER);
    }
  }
}
