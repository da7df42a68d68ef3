package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.simd.Simd.FLOATS;
import static org.wordvec.compute.simd.Simd.LANES;
import static org.wordvec.compute.simd.Simd.MEMORY;
import static org.wordvec.compute.simd.Simd.ORDER;
import static org.wordvec.compute.simd.Simd.VECTOR_BYTES;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/**
 * Turns the products of a window's inputs with a block of outputs into gradient coefficients,
 *
 * <pre>
 *   g[i][o] = rate * (label[o] - sigmoid(s[i][o]))
 * </pre>
 *
 * for all inputs at once, in place. An input has {@value #STRIDE} lanes, of which the first {@value
 * OutputBlocks#OUTPUTS} are those of its outputs; all others become 0, as do those of outputs that
 * the block lacks. There are few combinations of labels, so their vectors are kept. Belongs to one
 * thread.
 */
final class LogisticCoefficients {
  /** Floats of an input's products. */
  static final int STRIDE = 8;

  /** Bytes of an input's products. */
  static final int STRIDE_BYTES = STRIDE * Float.BYTES;

  /** Products beyond this count as this. */
  static final float LIMIT = 6;

  /** Floats of a vector of labels or rates: as many as the widest vector's. */
  private static final int FLOATS_KEPT = 16;

  private static final FloatVector NUMERATOR = FloatVector.broadcast(FLOATS, 945 / 4f);
  private static final FloatVector DENOMINATOR = FloatVector.broadcast(FLOATS, 945);

  private final Arena arena;
  private final MemorySegment labelVectors;
  private final MemorySegment rateVectors;
  private MemorySegment products;
  private float ratesFor = Float.NaN;

  LogisticCoefficients(Arena arena) {
    this.arena = arena;
    int patterns = 1 << OutputBlocks.OUTPUTS;
    labelVectors = arena.allocate((long) patterns * FLOATS_KEPT * Float.BYTES, RowList.ALIGNMENT);
    rateVectors =
        arena.allocate((OutputBlocks.OUTPUTS + 2L) * FLOATS_KEPT * Float.BYTES, RowList.ALIGNMENT);
    for (int pattern = 0; pattern < patterns; pattern++) {
      for (int lane = 0; lane < FLOATS_KEPT; lane++) {
        boolean label = (pattern >> lane % STRIDE & 1) == 1;
        set(labelVectors, pattern, lane, label ? 0.5f : -0.5f);
      }
    }
    products = arena.allocate(0);
    reserve(8);
  }

  /** Makes space for the products of so many inputs with a block of outputs. */
  void reserve(int inputs) {
    if (products.byteSize() < (inputs + 2L) * STRIDE_BYTES) {
      products =
          arena.allocate(Math.ceilDiv(2 * inputs + 2, 4) * 4L * STRIDE_BYTES, RowList.ALIGNMENT);
    }
  }

  /**
   * Returns where the products of an input are, and then its coefficients. Behind the last input is
   * space for a vector more.
   */
  long address(int input) {
    return products.address() + (long) input * STRIDE_BYTES;
  }

  /** Turns the products of some inputs with a block of outputs into coefficients. */
  void compute(int first, int inputs, long block, float rate) {
    if (rate != ratesFor) {
      writeRates(rate);
    }
    long vector = (long) FLOATS_KEPT * Float.BYTES;
    compute(
        address(first),
        inputs * STRIDE_BYTES,
        labelVectors.address() + OutputBlocks.labels(block) * vector,
        rateVectors.address() + OutputBlocks.count(block) * vector,
        VECTOR_BYTES);
  }

  /**
   * Computes {@code rate (label - sigmoid(x))}, with {@code sigmoid(x) - 1/2 = tanh(x/2)/2} and,
   * for y = x/2, {@code tanh(y) = y (945 + 105 y^2 + y^4) / (945 + 420 y^2 + 15 y^4)}, the fifth
   * convergent of Lambert's continued fraction. x is limited to ±{@value #LIMIT}, where
   * word2vec.c's table ends too; inside, the sigmoid is off by at most 2.5e-4, where that table's
   * steps are off by up to 3e-3. NaN stays NaN.
   *
   * @param labels address of the labels less one half
   */
  private static void compute(long products, int bytes, long labels, long rates, int step) {
    for (int at = 0; at < bytes; at += step) {
      FloatVector x =
          fromMemorySegment(FLOATS, MEMORY, products + at, ORDER).min(LIMIT).max(-LIMIT);
      FloatVector square = x.mul(x);
      FloatVector numerator = square.mul(1 / 64f).add(26.25f / 4).fma(square, NUMERATOR);
      FloatVector denominator = square.mul(15 / 16f).add(105).fma(square, DENOMINATOR);
      // Of four lanes, every second vector has an input's last outputs.
      int half = LANES == 4 ? at & VECTOR_BYTES : 0;
      fromMemorySegment(FLOATS, MEMORY, labels + half, ORDER)
          .sub(x.mul(numerator).div(denominator))
          .mul(fromMemorySegment(FLOATS, MEMORY, rates + half, ORDER))
          .intoMemorySegment(MEMORY, products + at, ORDER);
    }
  }

  /** Returns the sum of -ln(probability of the label), from coefficients rate (label - sigmoid). */
  double loss(int first, int inputs, long block, float rate) {
    double loss = 0;
    for (int input = first; input < first + inputs; input++) {
      for (int output = 0; output < OutputBlocks.count(block); output++) {
        float coefficient = products.getAtIndex(JAVA_FLOAT, (long) input * STRIDE + output);
        loss -= Math.log1p(-Math.min(Math.abs(coefficient / rate), 1 - 1e-6));
      }
    }
    return loss;
  }

  private void writeRates(float rate) {
    ratesFor = rate;
    for (int count = 0; count <= OutputBlocks.OUTPUTS; count++) {
      for (int lane = 0; lane < FLOATS_KEPT; lane++) {
        set(rateVectors, count, lane, lane % STRIDE < count ? rate : 0);
      }
    }
  }

  private static void set(MemorySegment vectors, int vector, int lane, float value) {
    vectors.setAtIndex(JAVA_FLOAT, (long) vector * FLOATS_KEPT + lane, value);
  }
}
