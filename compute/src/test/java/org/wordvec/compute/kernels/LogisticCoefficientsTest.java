package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Simd;

/** From products to coefficients: labels, rates, and the sigmoid. */
@Tag("kernel")
class LogisticCoefficientsTest {
  private static final int OUTPUTS = OutputBlocks.OUTPUTS;
  private static final int GRID = 1_500 * OUTPUTS;

  @AutoClose private final Arena arena = Arena.ofConfined();

  private final LogisticCoefficients coefficients = new LogisticCoefficients(arena);
  private final Matrix rows = Matrix.allocate(arena, OUTPUTS, 1);
  private final OutputBlocks outputs = new OutputBlocks(arena, rows);

  @Test
  void multipliesTheDifferenceFromTheLabelByTheRate() {
    Random random = new Random(2);
    for (int inputs = 0; inputs < 12; inputs++) {
      for (int count = 1; count <= OUTPUTS; count++) {
        float rate = random.nextFloat();
        boolean[] labels = new boolean[count];
        float[][] x = new float[inputs][OUTPUTS];
        for (float[] products : x) {
          for (int output = 0; output < OUTPUTS; output++) {
            products[output] = random.nextFloat() * 10 - 5;
          }
        }
        for (int output = 0; output < count; output++) {
          labels[output] = random.nextBoolean();
        }
        float[][] found = compute(x, labels, rate);
        for (int input = 0; input < inputs; input++) {
          for (int output = 0; output < OUTPUTS; output++) {
            double expected =
                output >= count
                    ? 0
                    : rate
                        * ((labels[output] ? 1 : 0) - LogisticReference.sigmoid(x[input][output]));
            assertThat((double) found[input][output])
                .isCloseTo(expected, within(rate * LogisticReference.SIGMOID_ERROR));
          }
        }
      }
    }
  }

  @Test
  void sumsUpTheLossOfTheOutputsThatAreThere() {
    float[][] x = {{1, -2, 3, 9, 9, 9}, {0.5f, 0, -1, 9, 9, 9}};
    boolean[] labels = {true, false, false};
    compute(x, labels, 0.01f);
    double expected = 0;
    for (float[] products : x) {
      for (int output = 0; output < labels.length; output++) {
        expected += LogisticReference.loss(products[output], labels[output]);
      }
    }
    assertThat(coefficients.loss(2, 0, outputs.address(0), 0.01f))
        .isCloseTo(expected, within(5e-3));
  }

  @Test
  void theSigmoidStaysWithinItsErrorInsideTheLimit() {
    float[] x = grid(-LogisticCoefficients.LIMIT, LogisticCoefficients.LIMIT);
    float[] found = sigmoid(x);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) found[i])
          .as("at %s", x[i])
          .isCloseTo(1 / (1 + Math.exp(-x[i])), within(LogisticReference.SIGMOID_ERROR));
    }
  }

  @Test
  void theSigmoidIsConstantOutsideTheLimit() {
    float limit = LogisticCoefficients.LIMIT;
    float[] found = sigmoid(limit, limit + 1, 1e3f, 1e20f, Float.MAX_VALUE, 1 / 0f);
    assertThat(found).containsOnly(found[0]);
    found = sigmoid(-limit, -limit - 1, -1e3f, -1e20f, -Float.MAX_VALUE, -1 / 0f);
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
    assertThat(sigmoid(new float[OUTPUTS])).containsOnly(0.5f);
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
    float[] found = sigmoid(1, Float.NaN, -1, 0, Float.NaN, 2);
    for (int output = 0; output < OUTPUTS; output++) {
      assertThat(Float.isNaN(found[output])).isEqualTo(output == 1 || output == 4);
    }
  }

  /** Of as many numbers as a block has outputs, or a multiple of that. */
  private float[] sigmoid(float... x) {
    float[] result = new float[x.length];
    for (int from = 0; from < x.length; from += OUTPUTS) {
      float[][] products = {Arrays.copyOfRange(x, from, from + OUTPUTS)};
      float[] minus = compute(products, new boolean[OUTPUTS], 1)[0];
      for (int output = 0; output < OUTPUTS; output++) {
        result[from + output] = -minus[output];
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

  private float[][] compute(float[][] x, boolean[] labels, float rate) {
    int[] turns = new int[labels.length];
    for (int output = 0; output < labels.length; output++) {
      turns[output] = 2 * output + (labels[output] ? 0 : 1);
    }
    outputs.clear();
    outputs.addAll(turns, 0, turns.length, new ThreadLocalRows(arena, rows, 0));
    coefficients.reserve(x.length);
    for (int input = 0; input < x.length; input++) {
      for (int output = 0; output < OUTPUTS; output++) {
        Simd.MEMORY.set(JAVA_FLOAT, address(input, output), x[input][output]);
      }
    }
    coefficients.compute(x.length, outputs.address(0), OutputBlocks.BLOCK_BYTES, rate);
    float[][] result = new float[x.length][OUTPUTS];
    for (int input = 0; input < x.length; input++) {
      for (int output = 0; output < OUTPUTS; output++) {
        result[input][output] = Simd.MEMORY.get(JAVA_FLOAT, address(input, output));
      }
    }
    return result;
  }

  private long address(int input, int output) {
    return coefficients.address()
        + input * (long) LogisticCoefficients.STRIDE_BYTES
        + output * (long) Float.BYTES;
  }
}
