package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static jdk.incubator.vector.FloatVector.fromMemorySegment;
import static org.wordvec.compute.simd.Simd.ADDRESS;
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

  private static final long KEPT_BYTES = (long) FLOATS_KEPT * Float.BYTES;

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
    labelVectors = arena.allocate(patterns * KEPT_BYTES, NativeList.ALIGNMENT);
    rateVectors = arena.allocate((OutputBlocks.OUTPUTS + 2L) * KEPT_BYTES, NativeList.ALIGNMENT);
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
          arena.allocate(Math.ceilDiv(2 * inputs + 2, 4) * 4L * STRIDE_BYTES, NativeList.ALIGNMENT);
    }
  }

  /** Makes space for the products of a single input with blocks of outputs. */
  void reserveBlocks(int blocks) {
    reserve(blocks * (OutputBlocks.BLOCK_BYTES / STRIDE_BYTES));
  }

  /**
   * Returns where the products of the first input with the first block are, and then its
   * coefficients. Behind the last is space for a vector more.
   */
  long address() {
    return products.address();
  }

  /**
   * Turns the products of some inputs with blocks of outputs into coefficients.
   *
   * @param blocks address of the blocks; if there is more than one there is one input
   * @param blocksEnd bytes of the blocks
   */
  void compute(int inputs, long blocks, int blocksEnd, float rate) {
    if (rate != ratesFor) {
      writeRates(rate);
    }
    compute(
        products.address(),
        inputs * STRIDE_BYTES,
        blocks,
        blocksEnd,
        labelVectors.address(),
        rateVectors.address(),
        VECTOR_BYTES);
  }

  /**
   * Computes {@code rate (label - sigmoid(x))}, with {@code sigmoid(x) - 1/2 = tanh(x/2)/2} and,
   * for y = x/2, {@code tanh(y) = y (945 + 105 y^2 + y^4) / (945 + 420 y^2 + 15 y^4)}, the fifth
   * convergent of Lambert's continued fraction. x is limited to ±{@value #LIMIT}, where
   * word2vec.c's table ends too; inside, the sigmoid is off by at most 2.5e-4, where that table's
   * steps are off by up to 3e-3. NaN stays NaN.
   *
   * @param labels address of a vector for each combination of labels: the labels less one half
   * @param rates address of a vector for each number of outputs: the rate, and 0 behind them
   */
  private static void compute(
      long products, int bytes, long blocks, int blocksEnd, long labels, long rates, int step) {
    for (int b = 0; b < blocksEnd; b += OutputBlocks.BLOCK_BYTES) {
      long block = (blocks + b) & ADDRESS;
      long label =
          labels + KEPT_BYTES * MEMORY.get(JAVA_LONG_UNALIGNED, block + OutputBlocks.LABELS);
      long rate = rates + KEPT_BYTES * MEMORY.get(JAVA_LONG_UNALIGNED, block + OutputBlocks.COUNT);
      for (int at = 0; at < bytes; at += step) {
        long result = products + b + at;
        FloatVector x = fromMemorySegment(FLOATS, MEMORY, result, ORDER).min(LIMIT).max(-LIMIT);
        FloatVector square = x.mul(x);
        FloatVector numerator = square.mul(1 / 64f).add(26.25f / 4).fma(square, NUMERATOR);
        FloatVector denominator = square.mul(15 / 16f).add(105).fma(square, DENOMINATOR);
        // Of four lanes, every second vector has an input's last outputs.
        int half = LANES == 4 ? at & VECTOR_BYTES : 0;
        fromMemorySegment(FLOATS, MEMORY, label + half, ORDER)
            .sub(x.mul(numerator).div(denominator))
            .mul(fromMemorySegment(FLOATS, MEMORY, rate + half, ORDER))
            .intoMemorySegment(MEMORY, result, ORDER);
      }
    }
  }

  /**
   * Returns the sum of -ln(probability of the label), from coefficients rate (label - sigmoid).
   *
   * @param index of the block whose coefficients they are
   */
  double loss(int inputs, int index, long block, float rate) {
    double loss = 0;
    int first = index * (OutputBlocks.BLOCK_BYTES / Float.BYTES);
    for (int input = 0; input < inputs; input++) {
      double probability = 1;
      for (int output = 0; output < OutputBlocks.count(block); output++) {
        float coefficient = products.getAtIndex(JAVA_FLOAT, first + (long) input * STRIDE + output);
        probability *= 1 - Math.min(Math.abs(coefficient / rate), 1 - 1e-6);
      }
      loss -= Math.log(probability);
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
