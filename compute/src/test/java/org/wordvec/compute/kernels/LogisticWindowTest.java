package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.LossMeter;

@Tag("kernel")
class LogisticWindowTest {
  private enum Kind {
    EACH,
    MEAN
  }

  @AutoClose private final Arena arena = Arena.ofConfined();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 300})
  void agreesWithDoublePrecision(int dimensions) {
    Random random = new Random(dimensions);
    Window window = new Window(arena, dimensions);
    for (int outputs = 1; outputs <= 20; outputs++) {
      for (int inputs = 1; inputs <= 10; inputs++) {
        int inputRows = random.nextBoolean() ? 10 : 3;
        int outputRows = random.nextBoolean() ? 20 : 4;
        int[] ins = random.ints(inputs, 1, inputRows + 1).toArray();
        int[] outs = random.ints(outputs, 1, outputRows + 1).toArray();
        boolean[] labels = new boolean[outputs];
        for (int o = 0; o < outputs; o++) {
          labels[o] = random.nextInt(3) == 0;
        }
        float rate = 0.01f * (1 + random.nextInt(5));
        check(window, Kind.EACH, ins, outs, labels, rate, random.nextLong());
        check(window, Kind.MEAN, ins, outs, labels, rate, random.nextLong());
      }
    }
  }

  @Test
  void trainsRowsThatOccurTwice() {
    Window window = new Window(arena, 9);
    boolean[] labels = {true, false, true, false, false, true, false};
    for (int[] ins :
        new int[][] {{1, 1}, {1, 1, 1}, {1, 2, 2, 1}, {1, 2, 1, 2}, {2, 1, 1, 1, 1, 2, 3}}) {
      for (int[] outs :
          new int[][] {{1, 1, 1, 1, 1, 1, 1}, {1, 2, 1, 2, 1, 2, 1}, {1, 2, 3, 1, 2, 3, 1}}) {
        check(window, Kind.EACH, ins, outs, labels, 0.05f, 1);
        check(window, Kind.MEAN, ins, outs, labels, 0.05f, 2);
      }
    }
  }

  @Test
  void growsForManyInputsAndOutputs() {
    Window window = new Window(arena, 10);
    int[] ins = new int[70];
    int[] outs = new int[200];
    Arrays.setAll(ins, i -> 1 + i % 10);
    Arrays.setAll(outs, o -> 1 + o % 20);
    boolean[] labels = new boolean[200];
    labels[17] = true;
    check(window, Kind.EACH, ins, outs, labels, 0.002f, 3);
    check(window, Kind.MEAN, ins, outs, labels, 0.002f, 4);
    check(window, Kind.EACH, new int[] {1}, new int[] {2}, new boolean[] {true}, 0.05f, 5);
  }

  @Test
  void followsARateThatChanges() {
    Window window = new Window(arena, 5);
    for (float rate : new float[] {0.1f, 0.01f, 0.01f, 1e-7f, 0.1f}) {
      check(window, Kind.EACH, new int[] {1, 2}, new int[] {1}, new boolean[] {true}, rate, 6);
      check(window, Kind.MEAN, new int[] {1, 2}, new int[] {1}, new boolean[] {true}, rate, 7);
    }
  }

  @Test
  void changesNothingWithoutOutputsOrInputs() {
    Matrix inputs = KernelData.random(arena, 5, 9, 1, 1);
    Matrix outputs = KernelData.random(arena, 5, 9, 1, 2);
    double[][] before = KernelData.rows(inputs);
    double[][] outputsBefore = KernelData.rows(outputs);
    LogisticWindow window = new LogisticWindow(arena, 9);
    window.trainEach(addresses(inputs, 1, 2, 3), 3, 0.1f, null);
    window.trainMean(addresses(inputs, 1, 2, 3), 3, 0.1f, null);
    window.add(outputs.address(1), true);
    window.trainEach(new long[0], 0, 0.1f, null);
    window.clear();
    window.trainEach(addresses(inputs, 1, 2, 3), 3, 0.1f, null);
    assertThat(KernelData.rows(inputs)).isDeepEqualTo(before);
    assertThat(KernelData.rows(outputs)).isDeepEqualTo(outputsBefore);
  }

  @Test
  void measuresALossThatIsNoNumberWhereARowIsNone() {
    Matrix inputs = KernelData.random(arena, 2, 9, 1, 1);
    Matrix outputs = KernelData.random(arena, 2, 9, 1, 2);
    outputs.set(1, 3, Float.NaN);
    LogisticWindow window = new LogisticWindow(arena, 9);
    window.add(outputs.address(0), true);
    window.add(outputs.address(1), false);
    LossMeter each = new LossMeter();
    window.trainEach(addresses(inputs, 0), 1, 0.1f, each);
    assertThat(each.mean()).isNaN();
    LossMeter mean = new LossMeter();
    window.trainMean(addresses(inputs, 1), 1, 0.1f, mean);
    assertThat(mean.mean()).isNaN();
  }

  /** Trains some of 12 and of 22 rows; the others, the first and the last among them, stay. */
  private static void check(
      Window window, Kind kind, int[] ins, int[] outs, boolean[] labels, float rate, long seed) {
    float scale = seed % 3 == 0 ? 4 : 1;
    try (Arena rows = Arena.ofConfined()) {
      Matrix inputs = KernelData.random(rows, 12, window.dimensions(), scale, seed);
      Matrix outputs = KernelData.random(rows, 22, window.dimensions(), scale, seed + 1);
      LogisticReference reference =
          new LogisticReference(KernelData.rows(inputs), KernelData.rows(outputs));
      double expectedLoss =
          kind == Kind.EACH
              ? reference.trainEach(ins, outs, labels, rate) / ins.length
              : reference.trainMean(ins, outs, labels, rate);

      double loss = window.train(kind, inputs, ins, outputs, outs, labels, rate);

      String what = kind + " " + Arrays.toString(ins) + " against " + Arrays.toString(outs);
      assertThat(loss)
          .as(what)
          .isCloseTo(
              expectedLoss,
              within(0.02 * expectedLoss + 2 * LogisticReference.SIGMOID_ERROR * outs.length));
      double gateError = rate * LogisticReference.SIGMOID_ERROR * scale;
      double perInput = gateError * outs.length * mostOften(ins);
      double perOutput = gateError * (kind == Kind.EACH ? ins.length : 1) * mostOften(outs);
      assertRows(what + ", inputs", inputs, reference.inputs, ins, perInput);
      assertRows(what + ", outputs", outputs, reference.outputs, outs, perOutput);
    }
  }

  private static long mostOften(int[] rows) {
    return Arrays.stream(rows)
        .mapToLong(row -> Arrays.stream(rows).filter(other -> other == row).count())
        .max()
        .orElse(0);
  }

  private static void assertRows(
      String what, Matrix matrix, double[][] expected, int[] named, double tolerance) {
    assertThat(KernelData.paddingIsZero(matrix)).as(what).isTrue();
    for (int row = 0; row < expected.length; row++) {
      int number = row;
      boolean mayChange = Arrays.stream(named).anyMatch(other -> other == number);
      double allowed = mayChange ? tolerance + 4e-6 : 0;
      for (int column = 0; column < matrix.dimensions(); column++) {
        double difference = Math.abs(matrix.get(row, column) - expected[row][column]);
        if (!(difference <= allowed)) {
          fail("%s: row %d, column %d is off by %s", what, row, column, difference);
        }
      }
    }
  }

  private static long[] addresses(Matrix matrix, int... rows) {
    return Arrays.stream(rows).mapToLong(matrix::address).toArray();
  }

  /** The window's own interface, by the numbers of rows. */
  private record Window(LogisticWindow window, int dimensions) {
    Window(Arena arena, int dimensions) {
      this(new LogisticWindow(arena, dimensions), dimensions);
    }

    double train(
        Kind kind,
        Matrix inputs,
        int[] ins,
        Matrix outputs,
        int[] outs,
        boolean[] labels,
        float rate) {
      window.clear();
      for (int o = 0; o < outs.length; o++) {
        window.add(outputs.address(outs[o]), labels[o]);
      }
      LossMeter meter = new LossMeter();
      long[] rows = addresses(inputs, ins);
      switch (kind) {
        case EACH -> window.trainEach(rows, rows.length, rate, meter);
        case MEAN -> window.trainMean(rows, rows.length, rate, meter);
      }
      return meter.mean();
    }
  }
}
