package org.wordvec.compute.search;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.wordvec.compute.simd.Simd;

/**
 * Products of six vectors with a block of {@link PackedRows}, after the register blocking of Goto
 * and van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication", section 4: a lane
 * stands for a row, no horizontal sums are needed, and twelve running sums share every load. A
 * product is one chain of fused multiply-adds over the dimensions, in order: it does not depend on
 * the vector width or on how the work was cut.
 */
final class TileKernel {
  /** Vectors that are multiplied at once. */
  static final int GROUP = 6;

  private TileKernel() {}

  /**
   * Sets {@code products[at + q * stride + r]}.
   *
   * @param vectors addresses of six vectors
   * @param block address of as many columns
   * @param least for each vector, the least product of interest
   * @return a bit for each vector that has a product that is at least that; of the products with
   *     rows that are only there to fill the block as well
   */
  // Twelve sums, two vectors of rows and one broadcast fill 15 of AVX2's 16 registers.
  static int multiply(
      long[] vectors,
      long block,
      int dimensions,
      float[] least,
      float[] products,
      int at,
      int stride) {
    long v0 = vectors[0];
    long v1 = vectors[1];
    long v2 = vectors[2];
    long v3 = vectors[3];
    long v4 = vectors[4];
    long v5 = vectors[5];
    FloatVector a0 = FloatVector.zero(Simd.FLOATS);
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
    for (int i = 0; i < dimensions; i++) {
      long offset = (long) i * Float.BYTES;
      long column = block + (long) i * 2 * Simd.VECTOR_BYTES;
      FloatVector a = Simd.load(column);
      FloatVector b = Simd.load(column + Simd.VECTOR_BYTES);
      FloatVector value = broadcast(v0 + offset);
      a0 = a.fma(value, a0);
      b0 = b.fma(value, b0);
      value = broadcast(v1 + offset);
      a1 = a.fma(value, a1);
      b1 = b.fma(value, b1);
      value = broadcast(v2 + offset);
      a2 = a.fma(value, a2);
      b2 = b.fma(value, b2);
      value = broadcast(v3 + offset);
      a3 = a.fma(value, a3);
      b3 = b.fma(value, b3);
      value = broadcast(v4 + offset);
      a4 = a.fma(value, a4);
      b4 = b.fma(value, b4);
      value = broadcast(v5 + offset);
      a5 = a.fma(value, a5);
      b5 = b.fma(value, b5);
    }
    store(a0, b0, products, at);
    store(a1, b1, products, at + stride);
    store(a2, b2, products, at + 2 * stride);
    store(a3, b3, products, at + 3 * stride);
    store(a4, b4, products, at + 4 * stride);
    store(a5, b5, products, at + 5 * stride);
    FloatVector bound0 = FloatVector.broadcast(Simd.FLOATS, least[0]);
    long reached0 =
        a0.compare(VectorOperators.GE, bound0).or(b0.compare(VectorOperators.GE, bound0)).toLong();
    FloatVector bound1 = FloatVector.broadcast(Simd.FLOATS, least[1]);
    long reached1 =
        a1.compare(VectorOperators.GE, bound1).or(b1.compare(VectorOperators.GE, bound1)).toLong();
    FloatVector bound2 = FloatVector.broadcast(Simd.FLOATS, least[2]);
    long reached2 =
        a2.compare(VectorOperators.GE, bound2).or(b2.compare(VectorOperators.GE, bound2)).toLong();
    FloatVector bound3 = FloatVector.broadcast(Simd.FLOATS, least[3]);
    long reached3 =
        a3.compare(VectorOperators.GE, bound3).or(b3.compare(VectorOperators.GE, bound3)).toLong();
    FloatVector bound4 = FloatVector.broadcast(Simd.FLOATS, least[4]);
    long reached4 =
        a4.compare(VectorOperators.GE, bound4).or(b4.compare(VectorOperators.GE, bound4)).toLong();
    FloatVector bound5 = FloatVector.broadcast(Simd.FLOATS, least[5]);
    long reached5 =
        a5.compare(VectorOperators.GE, bound5).or(b5.compare(VectorOperators.GE, bound5)).toLong();
    // 1 if any is set, without a branch that could not be predicted.
    return (int) (-reached0 >>> 63)
        | (int) (-reached1 >>> 63) << 1
        | (int) (-reached2 >>> 63) << 2
        | (int) (-reached3 >>> 63) << 3
        | (int) (-reached4 >>> 63) << 4
        | (int) (-reached5 >>> 63) << 5;
  }

  /** Returns a bit for each of a block's products that is at least {@code least}; NaN never is. */
  static long reached(float[] products, int at, float least) {
    FloatVector bound = FloatVector.broadcast(Simd.FLOATS, least);
    FloatVector a = FloatVector.fromArray(Simd.FLOATS, products, at);
    FloatVector b = FloatVector.fromArray(Simd.FLOATS, products, at + Simd.LANES);
    return a.compare(VectorOperators.GE, bound).toLong()
        | b.compare(VectorOperators.GE, bound).toLong() << Simd.LANES;
  }

  private static FloatVector broadcast(long address) {
    float value = Simd.MEMORY.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address & Simd.ADDRESS);
    return FloatVector.broadcast(Simd.FLOATS, value);
  }

  private static void store(FloatVector a, FloatVector b, float[] products, int at) {
    a.intoArray(products, at);
    b.intoArray(products, at + Simd.LANES);
  }
}
