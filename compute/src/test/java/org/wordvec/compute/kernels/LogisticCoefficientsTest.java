package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.simd.Simd;

/** From sums of products to coefficients: adding up lanes, and the sigmoid. */
@Tag("kernel")
class LogisticCoefficientsTest {
  private static final int PRODUCTS = LogisticKernel.PRODUCTS;
  private static final int GRID = 1_500 * PRODUCTS;

  @AutoClose private final Arena arena = Arena.ofConfined();

  private final Tile tile = new Tile(arena);

  @Test
  void addsUpTheLanesOfEachProduct() {
    Random random = new Random(1);
    float[] labels = new float[PRODUCTS];
    float[] rates = filled(1);
    for (int repetition = 0; repetition < 100; repetition++) {
      float[][] lanes = new float[PRODUCTS][Simd.LANES];
      float[][] totals = new float[PRODUCTS][Simd.LANES];
      for (int product = 0; product < PRODUCTS; product++) {
        // Multiples of 1/64, so that sums are exact.
        for (int lane = 0; lane < Simd.LANES; lane++) {
          lanes[product][lane] = (random.nextInt(128) - 64) / 64f;
          totals[product][0] += lanes[product][lane];
        }
      }
      assertThat(tile.coefficients(lanes, labels, rates))
          .isEqualTo(tile.coefficients(totals, labels, rates));
    }
  }

  @Test
  void multipliesTheDifferenceFromTheLabelByTheRate() {
    Random random = new Random(2);
    for (int repetition = 0; repetition < 100; repetition++) {
      float[] x = new float[PRODUCTS];
      float[] labels = new float[PRODUCTS];
      float[] rates = new float[PRODUCTS];
      for (int product = 0; product < PRODUCTS; product++) {
        x[product] = random.nextFloat() * 10 - 5;
        labels[product] = random.nextInt(2);
        rates[product] = random.nextInt(3) == 0 ? 0 : random.nextFloat();
      }
      float[] found = tile.coefficients(inOneLane(x), labels, rates);
      for (int product = 0; product < PRODUCTS; product++) {
        double expected =
            rates[product] * (labels[product] - LogisticReference.sigmoid(x[product]));
        assertThat((double) found[product])
            .isCloseTo(expected, within(rates[product] * LogisticReference.SIGMOID_ERROR));
      }
    }
  }

  @Test
  void theSigmoidStaysWithinItsErrorInsideTheLimit() {
    float[] x = grid(-LogisticKernel.LIMIT, LogisticKernel.LIMIT);
    float[] found = sigmoid(x);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) found[i])
          .as("at %s", x[i])
          .isCloseTo(1 / (1 + Math.exp(-x[i])), within(LogisticReference.SIGMOID_ERROR));
    }
  }

  @Test
  void theSigmoidIsConstantOutsideTheLimit() {
    float limit = LogisticKernel.LIMIT;
    float[] found =
        sigmoid(
            limit, limit + 1, 100, 1e3f, 1e10f, 1e20f, Float.MAX_VALUE, Float.POSITIVE_INFINITY);
    assertThat(found).containsOnly(found[0]);
    found =
        sigmoid(
            -limit,
            -limit - 1,
            -100,
            -1e3f,
            -1e10f,
            -1e20f,
            -Float.MAX_VALUE,
            Float.NEGATIVE_INFINITY);
    assertThat(found).containsOnly(found[0]);
  }

  @Test
  void theSigmoidRisesFromZeroToOne() {
    float[] found = sigmoid(grid(-8, 8));
    for (int i = 1; i < found.length; i++) {
      assertThat(found[i]).isGreaterThanOrEqualTo(found[i - 1] - 1e-7f);
    }
    assertThat(found[0]).isBetween(0f, 0.005f);
    assertThat(found[found.length - 1]).isBetween(0.995f, 1f);
  }

  @Test
  void theSigmoidIsOneHalfAtZeroAndSymmetric() {
    assertThat(sigmoid(new float[PRODUCTS])).containsOnly(0.5f);
    float[] x = grid(0, 8);
    float[] minus = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      minus[i] = -x[i];
    }
    float[] right = sigmoid(x);
    float[] left = sigmoid(minus);
    for (int i = 0; i < x.length; i++) {
      assertThat(left[i]).isCloseTo(1 - right[i], within(1e-7f));
    }
  }

  @Test
  void nanStaysNanInItsPlace() {
    float[] found = sigmoid(1, Float.NaN, -1, 0, Float.NaN, 2, 3, 4);
    for (int product = 0; product < PRODUCTS; product++) {
      assertThat(Float.isNaN(found[product])).isEqualTo(product == 1 || product == 4);
    }
  }

  /** Of as many numbers as there are products, or a multiple of that. */
  private float[] sigmoid(float... x) {
    float[] result = new float[x.length];
    for (int from = 0; from < x.length; from += PRODUCTS) {
      float[][] sums = inOneLane(Arrays.copyOfRange(x, from, from + PRODUCTS));
      float[] minus = tile.coefficients(sums, new float[PRODUCTS], filled(1));
      for (int product = 0; product < PRODUCTS; product++) {
        result[from + product] = -minus[product];
      }
    }
    return result;
  }

  private static float[] grid(float from, float to) {
    float[] x = new float[GRID];
    for (int i = 0; i < GRID; i++) {
      x[i] = from + (to - from) * i / (GRID - 1);
    }
    return x;
  }

  private static float[][] inOneLane(float[] products) {
    float[][] sums = new float[PRODUCTS][Simd.LANES];
    for (int product = 0; product < PRODUCTS; product++) {
      sums[product][product % Simd.LANES] = products[product];
    }
    return sums;
  }

  private static float[] filled(float value) {
    float[] values = new float[PRODUCTS];
    Arrays.fill(values, value);
    return values;
  }

  /** The kernel's own interface, by arrays. */
  private static final class Tile {
    private final MemorySegment sums;
    private final MemorySegment labels;
    private final MemorySegment rates;
    private final MemorySegment coefficients;

    Tile(Arena arena) {
      sums = arena.allocate(LogisticKernel.SUM_BYTES, 64);
      labels = arena.allocate(LogisticKernel.COEFFICIENT_BYTES, 64);
      rates = arena.allocate(LogisticKernel.COEFFICIENT_BYTES, 64);
      coefficients = arena.allocate(LogisticKernel.COEFFICIENT_BYTES, 64);
    }

    /** Of sums that are not added up yet. */
    float[] coefficients(float[][] lanes, float[] label, float[] rate) {
      for (int product = 0; product < PRODUCTS; product++) {
        for (int lane = 0; lane < Simd.LANES; lane++) {
          sums.setAtIndex(JAVA_FLOAT, (long) product * Simd.LANES + lane, lanes[product][lane]);
        }
        labels.setAtIndex(JAVA_FLOAT, product, label[product] - 0.5f);
        rates.setAtIndex(JAVA_FLOAT, product, rate[product]);
      }
      LogisticKernel.coefficients(
          sums.address(), labels.address(), rates.address(), coefficients.address());
      float[] result = new float[PRODUCTS];
      MemorySegment.copy(coefficients, JAVA_FLOAT, 0, result, 0, PRODUCTS);
      return result;
    }
  }
}
