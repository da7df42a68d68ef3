package org.wordvec.compute.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
    LogisticWindow window = new LogisticWindow(arena, inputs, outputs);
    for (int i = 0; i < 3; i++) {
      window.setInput(i, i + 1);
    }
    window.trainEach(3, 0, 0.1f, null);
    window.trainMean(3, 0, 0.1f, 1, null);
    int end = window.addOutput(0, 1, true);
    window.trainEach(0, end, 0.1f, null);
    assertThat(KernelData.rows(inputs)).isDeepEqualTo(before);
    assertThat(KernelData.rows(outputs)).isDeepEqualTo(outputsBefore);
  }

  @Test
  void measuresALossThatIsNoNumberWhereARowIsNone() {
    Matrix inputs = KernelData.random(arena, 2, 9, 1, 1);
    Matrix outputs = KernelData.random(arena, 2, 9, 1, 2);
    outputs.set(1, 3, Float.NaN);
    LogisticWindow window = new LogisticWindow(arena, inputs, outputs);
    int end = window.addOutput(window.addOutput(0, 0, true), 1, false);
    window.setInput(0, 0);
    LossMeter each = new LossMeter();
    window.trainEach(1, end, 0.1f, each);
    assertThat(each.mean()).isNaN();
    window.setInput(0, 1);
    LossMeter mean = new LossMeter();
    window.trainMean(1, end, 0.1f, 1, mean);
    assertThat(mean.mean()).isNaN();
  }

  /** Trains some of 12 and of 22 rows; the others, the first and the last among them, stay. */
  private static void check(
      Window window, Kind kind, int[] ins, int[] outs, boolean[] labels, float rate, long seed) {
    float scale = seed % 3 == 0 ? 4 : 1;
    KernelData.fill(window.inputs, scale, seed);
    KernelData.fill(window.outputs, scale, seed + 1);
    LogisticReference reference =
        new LogisticReference(KernelData.rows(window.inputs), KernelData.rows(window.outputs));
    double expectedLoss =
        kind == Kind.EACH
            ? reference.trainEach(ins, outs, labels, rate) / ins.length
            : reference.trainMean(ins, outs, labels, rate);

    double loss = window.train(kind, ins, outs, labels, rate);

    String what = kind + " " + Arrays.toString(ins) + " against " + Arrays.toString(outs);
    assertThat(loss)
        .as(what)
        .isCloseTo(
            expectedLoss,
            within(0.02 * expectedLoss + 2 * LogisticReference.SIGMOID_ERROR * outs.length));
    double coefficientError = rate * LogisticReference.SIGMOID_ERROR * scale;
    double perInput = coefficientError * outs.length * mostOften(ins);
    double perOutput = coefficientError * (kind == Kind.EACH ? ins.length : 1) * mostOften(outs);
    assertRows(what + ", inputs", window.inputs, reference.inputs, ins, perInput);
    assertRows(what + ", outputs", window.outputs, reference.outputs, outs, perOutput);
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

  @Test
  void refusesRowsThatAreNotThere() {
    Matrix inputs = KernelData.random(arena, 3, 9, 1, 1);
    Matrix outputs = KernelData.random(arena, 5, 9, 1, 2);
    double[][] before = KernelData.rows(inputs);
    LogisticWindow window = new LogisticWindow(arena, inputs, outputs);
    for (int none : new int[] {-1, 5, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> window.addOutput(0, none, true))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    for (int none : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> window.setInput(0, none))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(KernelData.rows(inputs)).isDeepEqualTo(before);
  }

  @Test
  void refusesMatricesOfDifferentDimensions() {
    Matrix inputs = Matrix.allocate(arena, 3, 9);
    Matrix outputs = Matrix.allocate(arena, 3, 90);
    assertThatThrownBy(() -> new LogisticWindow(arena, inputs, outputs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inputs of 9 dimensions do not predict outputs of 90");
  }

  @Test
  void sharesWhatItLearntInCopiesWhenTheyAreExchanged() {
    Matrix inputs = KernelData.random(arena, 3, 9, 1, 1);
    Matrix outputs = KernelData.random(arena, 5, 9, 1, 2);
    float before = outputs.get(4, 0);
    LogisticWindow window = LogisticWindow.withCopies(arena, inputs, outputs, 2);
    window.setInput(0, 0);
    window.trainEach(1, window.addOutput(0, 4, true), 0.1f, null);
    assertThat(outputs.get(4, 0)).isEqualTo(before);
    window.exchange();
    assertThat(outputs.get(4, 0)).isNotEqualTo(before);
  }

  /** A window that is used for one training after the other. */
  private record Window(LogisticWindow window, Matrix inputs, Matrix outputs) {
    Window(Arena arena, int dimensions) {
      this(arena, Matrix.allocate(arena, 12, dimensions), Matrix.allocate(arena, 22, dimensions));
    }

    private Window(Arena arena, Matrix inputs, Matrix outputs) {
      this(new LogisticWindow(arena, inputs, outputs), inputs, outputs);
    }

    double train(Kind kind, int[] ins, int[] outs, boolean[] labels, float rate) {
      for (int i = 0; i < ins.length; i++) {
        window.setInput(i, ins[i]);
      }
      int end = 0;
      for (int o = 0; o < outs.length; o++) {
        end = window.addOutput(end, outs[o], labels[o]);
      }
      LossMeter meter = new LossMeter();
      switch (kind) {
        case EACH -> window.trainEach(ins.length, end, rate, meter);
        case MEAN -> window.trainMean(ins.length, end, rate, 1, meter);
      }
      return meter.mean();
    }
  }
}
