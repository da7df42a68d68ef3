package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Rows;
import org.wordvec.compute.simd.Simd;

@Tag("kernel")
class LogisticKernelTest {
  private static final int[] SIX_ROWS = {2, 3, 4, 5, 6, 7};

  @AutoClose private final Arena arena = Arena.ofConfined();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 300})
  void trainsTwoInputsAgainstThreeOutputs(int dimensions) {
    for (int seed = 0; seed < 20; seed++) {
      check(dimensions, seed, new int[] {0, 1}, new int[] {2, 3, 4});
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 300})
  void trainsTwoInputsAgainstFourOutputs(int dimensions) {
    for (int seed = 0; seed < 20; seed++) {
      check(dimensions, seed, new int[] {0, 1}, new int[] {2, 3, 4, 5});
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 33, 100})
  void updatesAnOutputOfAPairAsOftenAsItIsNamed(int dimensions) {
    check(dimensions, 1, new int[] {0, 1}, new int[] {2, 2, 3});
    check(dimensions, 2, new int[] {0, 1}, new int[] {2, 3, 2});
    check(dimensions, 3, new int[] {1, 0}, new int[] {3, 2, 2});
    check(dimensions, 4, new int[] {1, 0}, new int[] {2, 2, 2});
    check(dimensions, 5, new int[] {0, 1}, new int[] {2, 3, 3, 2});
    check(dimensions, 6, new int[] {0, 1}, new int[] {4, 4, 4, 4});
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 300})
  void trainsOneInputAgainstSixOutputs(int dimensions) {
    for (int seed = 0; seed < 20; seed++) {
      check(dimensions, seed, new int[] {0}, SIX_ROWS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 33, 100})
  void updatesAnOutputOfASingleAsOftenAsItIsNamed(int dimensions) {
    check(dimensions, 1, new int[] {0}, new int[] {2, 2, 3, 4, 5, 6});
    check(dimensions, 2, new int[] {0}, new int[] {2, 3, 4, 5, 6, 2});
    check(dimensions, 3, new int[] {0}, new int[] {2, 2, 2, 2, 2, 2});
  }

  /** One input against six outputs or two against three or four; row 8 gets a single's gradient. */
  private void check(int dimensions, int seed, int[] ins, int[] outs) {
    Random random = new Random(seed);
    Matrix matrix = KernelData.random(arena, 10, dimensions, 1, seed);
    double[][] expected = KernelData.rows(matrix);
    int products = ins.length * outs.length;
    double[] labels = new double[products];
    double[] rates = new double[products];
    for (int lane = 0; lane < products; lane++) {
      labels[lane] = random.nextInt(2);
      rates[lane] = (float) (random.nextInt(4) == 0 ? 0 : 0.1 * random.nextDouble());
    }

    double[] found = train(matrix, ins, outs, labels, rates);

    double[] coefficients = new double[products];
    for (int lane = 0; lane < products; lane++) {
      double[] input = expected[ins[lane / outs.length]];
      double dot = LogisticReference.dot(input, expected[outs[lane % outs.length]]);
      coefficients[lane] = rates[lane] * (labels[lane] - LogisticReference.sigmoid(dot));
      assertThat(found[lane])
          .as("coefficient %d", lane)
          .isCloseTo(
              coefficients[lane], within(rates[lane] * (LogisticReference.SIGMOID_ERROR + 2e-5)));
    }
    update(expected, ins, outs, found);
    assertThat(KernelData.paddingIsZero(matrix)).isTrue();
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < dimensions; column++) {
        assertThat((double) matrix.get(row, column))
            .as("row %d, column %d", row, column)
            .isCloseTo(expected[row][column], within(1e-6));
      }
    }
  }

  private static void update(double[][] rows, int[] ins, int[] outs, double[] coefficients) {
    for (int column = 0; column < rows[0].length; column++) {
      double[] old = new double[ins.length];
      for (int i = 0; i < ins.length; i++) {
        old[i] = rows[ins[i]][column];
      }
      for (int o = 0; o < outs.length; o++) {
        double output = rows[outs[o]][column];
        for (int i = 0; i < ins.length; i++) {
          double coefficient = coefficients[i * outs.length + o];
          rows[ins.length == 1 ? 8 : ins[i]][column] += coefficient * output;
          rows[outs[o]][column] += coefficient * old[i];
        }
      }
    }
  }

  /** The kernel's own interface: its three stages; returns the coefficients. */
  private double[] train(Matrix matrix, int[] ins, int[] outs, double[] labels, double[] rates) {
    long sums = arena.allocate(LogisticKernel.SUM_BYTES, 64).address();
    MemorySegment coefficients = arena.allocate(LogisticKernel.COEFFICIENT_BYTES, 64);
    long results = coefficients.address();
    int stride = ins.length == 2 ? LogisticKernel.PRODUCTS / 2 : outs.length;
    long labelsLessHalf = vector(labels, -0.5, outs.length, stride);
    long rateVector = vector(rates, 0, outs.length, stride);
    int bytes = Rows.bytes(matrix.dimensions());
    int step = Simd.VECTOR_BYTES;
    long a = Addresses.of(matrix, ins[0]);
    long o0 = Addresses.of(matrix, outs[0]);
    long o1 = Addresses.of(matrix, outs[1]);
    long o2 = Addresses.of(matrix, outs[2]);
    if (ins.length == 2) {
      long b = Addresses.of(matrix, ins[1]);
      if (outs.length == 3) {
        LogisticKernel.products(a, b, o0, o1, o2, sums, bytes, step);
        LogisticKernel.coefficients(sums, labelsLessHalf, rateVector, results);
        LogisticKernel.update(a, b, o0, o1, o2, results, bytes, step);
      } else {
        long o3 = Addresses.of(matrix, outs[3]);
        LogisticKernel.products(a, b, o0, o1, o2, o3, sums, bytes, step);
        LogisticKernel.coefficients(sums, labelsLessHalf, rateVector, results);
        LogisticKernel.update(a, b, o0, o1, o2, o3, results, bytes, step);
      }
    } else {
      long gradient = Addresses.of(matrix, 8);
      long o3 = Addresses.of(matrix, outs[3]);
      long o4 = Addresses.of(matrix, outs[4]);
      long o5 = Addresses.of(matrix, outs[5]);
      LogisticKernel.products(a, o0, o1, o2, o3, o4, o5, sums, bytes, step);
      LogisticKernel.coefficients(sums, labelsLessHalf, rateVector, results);
      LogisticKernel.update(a, gradient, o0, o1, o2, o3, o4, o5, results, bytes, step);
    }
    double[] result = new double[labels.length];
    for (int product = 0; product < result.length; product++) {
      int lane = product / outs.length * stride + product % outs.length;
      result[product] = coefficients.getAtIndex(JAVA_FLOAT, lane);
    }
    return result;
  }

  /** A vector with the second input's products {@code stride} lanes behind the first's. */
  private long vector(double[] values, double offset, int outputs, int stride) {
    MemorySegment vector = arena.allocate(LogisticKernel.COEFFICIENT_BYTES, 64);
    for (int product = 0; product < values.length; product++) {
      int lane = product / outputs * stride + product % outputs;
      vector.setAtIndex(JAVA_FLOAT, lane, (float) (values[product] + offset));
    }
    return vector.address();
  }
}
