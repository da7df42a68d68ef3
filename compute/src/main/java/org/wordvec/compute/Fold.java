package org.wordvec.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Adds up the lanes of many vectors at once, as a tree.
 *
 * <p>{@code byD(a, b)} leaves in each lane whose number has bit D clear the sum of that lane of
 * {@code a} and its neighbour D lanes on, and in the other lanes the same of {@code b}. After by1,
 * by2, … up to half the lanes, lane i holds the sum of all lanes of vector i: as many sums as lanes
 * for a blend, a permutation and an addition each, where adding up every vector by itself would take
 * that many for each level.
 */
final class Fold {
  private static final VectorMask<Float> ODD_1 = odd(1);
  private static final VectorMask<Float> ODD_2 = odd(2);
  private static final VectorMask<Float> ODD_4 = odd(4);
  private static final VectorMask<Float> ODD_8 = odd(8);
  private static final VectorShuffle<Float> SWAP_1 = swap(1);
  private static final VectorShuffle<Float> SWAP_2 = swap(2);
  private static final VectorShuffle<Float> SWAP_4 = swap(4);
  private static final VectorShuffle<Float> SWAP_8 = swap(8);

  private Fold() {}

  static FloatVector by1(FloatVector a, FloatVector b) {
    return fold(a, b, ODD_1, SWAP_1);
  }

  static FloatVector by2(FloatVector a, FloatVector b) {
    return fold(a, b, ODD_2, SWAP_2);
  }

  static FloatVector by4(FloatVector a, FloatVector b) {
    return fold(a, b, ODD_4, SWAP_4);
  }

  static FloatVector by8(FloatVector a, FloatVector b) {
    return fold(a, b, ODD_8, SWAP_8);
  }

  private static FloatVector fold(
      FloatVector a, FloatVector b, VectorMask<Float> odd, VectorShuffle<Float> swap) {
    return a.blend(b, odd).add(b.blend(a, odd).rearrange(swap));
  }

  private static VectorMask<Float> odd(int distance) {
    long bits = 0;
    for (int lane = 0; lane < Simd.LANES; lane++) {
      bits |= (lane & distance) != 0 ? 1L << lane : 0;
    }
    return VectorMask.fromLong(Simd.FLOATS, bits);
  }

  private static VectorShuffle<Float> swap(int distance) {
    return VectorShuffle.fromOp(Simd.FLOATS, lane -> (lane ^ distance) % Simd.LANES);
  }
}
