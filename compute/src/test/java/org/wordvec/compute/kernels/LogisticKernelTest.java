package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Rows;
import org.wordvec.compute.simd.Simd;

/** Products and updates of both kernels, against sums in double precision. */
@Tag("kernel")
class LogisticKernelTest {
  private static final int OUTPUTS = OutputBlocks.OUTPUTS;
  private static final int STRIDE = LogisticCoefficients.STRIDE;
  private static final int MOST_INPUTS = 11;

  @AutoClose private final Arena arena = Arena.ofConfined();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 64, 100, 300})
  void multipliesEveryInputByEveryOutput(int dimensions) {
    for (int inputs = 0; inputs <= MOST_INPUTS; inputs++) {
      Case some = new Case(dimensions, inputs);
      some.products();
      some.assertProducts();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 64, 100, 300})
  void changesInputsAndOutputsByWhatTheyWere(int dimensions) {
    for (int inputs = 0; inputs <= MOST_INPUTS; inputs++) {
      Case some = new Case(dimensions, inputs);
      some.update(0);
      some.assertUpdated();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 16, 17, 31, 32, 33, 48, 100, 300})
  void changesTwoVectorsAtATimeToTheSameBits(int dimensions) {
    assumeTrue(WideLogisticKernel.FITS, "this machine's vectors have fewer than sixteen lanes");
    for (int inputs = 0; inputs <= MOST_INPUTS; inputs++) {
      Case narrow = new Case(dimensions, inputs);
      narrow.products();
      double[][] products = narrow.coefficients();
      narrow.update(0);
      Case wide = new Case(dimensions, inputs);
      wide.productsInPairs();
      assertThat(wide.coefficients()).isDeepEqualTo(products);
      wide.assertProducts();
      wide.updateInPairs();
      assertThat(KernelData.rows(wide.inputs)).isDeepEqualTo(KernelData.rows(narrow.inputs));
      assertThat(KernelData.rows(wide.outputs)).isDeepEqualTo(KernelData.rows(narrow.outputs));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 300})
  void addsTheChangeOfASingleInputToAnotherRow(int dimensions) {
    Case some = new Case(dimensions, 2);
    double[][] inputs = KernelData.rows(some.inputs);
    double[][] outputs = KernelData.rows(some.outputs);
    double[] factors = some.coefficients()[0];

    some.updateOne();

    for (int column = 0; column < dimensions; column++) {
      double sum = inputs[1][column];
      for (int o = 0; o < OUTPUTS; o++) {
        sum += factors[o] * outputs[o][column];
        assertThat((double) some.outputs.get(o, column))
            .isCloseTo(outputs[o][column] + factors[o] * inputs[0][column], within(1e-6));
      }
      assertThat((double) some.inputs.get(1, column)).isCloseTo(sum, within(1e-6));
      assertThat((double) some.inputs.get(0, column)).isEqualTo(inputs[0][column]);
    }
    assertThat(KernelData.paddingIsZero(some.inputs)).isTrue();
    assertThat(KernelData.paddingIsZero(some.outputs)).isTrue();
  }

  /** Random rows and coefficients, the same for the same numbers. */
  private final class Case {
    final Matrix inputs;
    final Matrix outputs;
    private final int count;
    private final RowList list = new RowList(arena);
    private final OutputBlocks blocks;
    private final MemorySegment factors;
    private final double[][] inputsBefore;
    private final double[][] outputsBefore;
    private final double[][] factorsBefore;
    private final int bytes;
    private final int step = Simd.VECTOR_BYTES;

    Case(int dimensions, int count) {
      this.count = count;
      inputs = KernelData.random(arena, MOST_INPUTS + 1, dimensions, 1, count);
      outputs = KernelData.random(arena, OUTPUTS, dimensions, 1, count + 1L);
      bytes = Rows.bytes(dimensions);
      for (int input = 0; input <= count; input++) {
        list.add(Addresses.of(inputs, input));
      }
      blocks = new OutputBlocks(arena, Matrix.allocate(arena, OUTPUTS, dimensions));
      int[] turns = {0, 2, 4, 6, 8, 10};
      blocks.addAll(turns, 0, OUTPUTS, new ThreadLocalRows(arena, outputs, 0));
      factors = arena.allocate(4L * STRIDE * (MOST_INPUTS + 3), 64);
      Random random = new Random(count);
      for (int at = 0; at < STRIDE * MOST_INPUTS; at++) {
        factors.setAtIndex(JAVA_FLOAT, at, 0.1f * random.nextFloat() - 0.05f);
      }
      inputsBefore = KernelData.rows(inputs);
      outputsBefore = KernelData.rows(outputs);
      factorsBefore = coefficients();
    }

    void products() {
      LogisticKernel.products(
          list.address(0),
          8 * count,
          8,
          blocks.address(0),
          OutputBlocks.BLOCK_BYTES,
          factors.address(),
          bytes,
          step);
    }

    void productsInPairs() {
      WideLogisticKernel.products(
          list.address(0), 8 * count, 16, blocks.address(0), factors.address(), bytes, step);
    }

    void update(int from) {
      LogisticKernel.update(
          list.address(0), 8 * count, 8, blocks.address(0), factors.address(), from, bytes, step);
    }

    void updateInPairs() {
      int pairs = bytes - bytes % (2 * step);
      WideLogisticKernel.update(
          list.address(0), 8 * count, 8, blocks.address(0), factors.address(), pairs, 2 * step);
      update(pairs);
    }

    void updateOne() {
      LogisticKernel.updateOne(
          Addresses.of(inputs, 0),
          Addresses.of(inputs, 1),
          blocks.address(0),
          OutputBlocks.BLOCK_BYTES,
          factors.address(),
          bytes,
          step);
    }

    double[][] coefficients() {
      double[][] found = new double[count][OUTPUTS];
      for (int input = 0; input < count; input++) {
        for (int output = 0; output < OUTPUTS; output++) {
          found[input][output] = factors.getAtIndex(JAVA_FLOAT, (long) input * STRIDE + output);
        }
      }
      return found;
    }

    void assertProducts() {
      double[][] found = coefficients();
      for (int input = 0; input < count; input++) {
        for (int output = 0; output < OUTPUTS; output++) {
          double dot = LogisticReference.dot(inputsBefore[input], outputsBefore[output]);
          assertThat(found[input][output]).isCloseTo(dot, within(1e-5 * (1 + Math.abs(dot))));
        }
      }
    }

    void assertUpdated() {
      double[][] expectedInputs = copy(inputsBefore);
      double[][] expectedOutputs = copy(outputsBefore);
      for (int input = 0; input < count; input++) {
        for (int output = 0; output < OUTPUTS; output++) {
          double factor = factorsBefore[input][output];
          LogisticReference.add(factor, outputsBefore[output], expectedInputs[input]);
          LogisticReference.add(factor, inputsBefore[input], expectedOutputs[output]);
        }
      }
      assertClose(inputs, expectedInputs);
      assertClose(outputs, expectedOutputs);
    }

    private void assertClose(Matrix found, double[][] expected) {
      assertThat(KernelData.paddingIsZero(found)).isTrue();
      for (int row = 0; row < expected.length; row++) {
        for (int column = 0; column < expected[row].length; column++) {
          assertThat((double) found.get(row, column))
              .as("row %d, column %d", row, column)
              .isCloseTo(expected[row][column], within(1e-6));
        }
      }
    }

    private static double[][] copy(double[][] rows) {
      return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
  }
}
