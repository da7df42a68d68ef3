package org.wordvec.compute.kernels;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Simd;
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
    InputRows sentence = sentence(inputs, 1, 2, 3);
    window.addInputs(sentence, 0, 3);
    assertThat(window.isEmpty()).isFalse();
    window.trainEach(0.1f, null);
    window.trainMean(0.1f, 1, null);
    window.clear();
    window.addOutputs(new int[] {2}, 0, 1);
    assertThat(window.isEmpty()).isTrue();
    window.trainEach(0.1f, null);
    window.trainMean(0.1f, 1, null);
    assertThat(KernelData.rows(inputs)).isDeepEqualTo(before);
    assertThat(KernelData.rows(outputs)).isDeepEqualTo(outputsBefore);
  }

  @Test
  void measuresALossThatIsNoNumberWhereARowIsNone() {
    Matrix inputs = KernelData.random(arena, 2, 9, 1, 1);
    Matrix outputs = KernelData.random(arena, 2, 9, 1, 2);
    outputs.set(1, 3, Float.NaN);
    LogisticWindow window = new LogisticWindow(arena, inputs, outputs);
    InputRows sentence = sentence(inputs, 0, 1);
    LossMeter each = new LossMeter();
    window.addInputs(sentence, 0, 1);
    window.addOutputs(new int[] {0, 2 * 1 + 1}, 0, 2);
    window.trainEach(0.1f, each);
    assertThat(each.mean()).isNaN();
    LossMeter mean = new LossMeter();
    window.clear();
    window.addInputs(sentence, 1, 2);
    window.addOutputs(new int[] {0, 2 * 1 + 1}, 0, 2);
    window.trainMean(0.1f, 1, mean);
    assertThat(mean.mean()).isNaN();
  }

  @Test
  void takesRowsFromAListOfNumbers() {
    Matrix inputs = KernelData.random(arena, 30, 9, 1, 1);
    int[] rows = new Random(1).ints(100, 0, 30).toArray();
    InputRows sentence = sentence(inputs, 7);
    sentence.addAll(arena.allocateFrom(JAVA_INT, rows), 3, 100);
    assertThat(sentence.size()).isEqualTo(98);
    InputRows expected = sentence(inputs, 7);
    Arrays.stream(rows, 3, 100).forEach(expected::add);
    for (int place = 0; place < 98; place++) {
      assertThat(Simd.getLong(sentence.list().address(place)))
          .isEqualTo(Simd.getLong(expected.list().address(place)));
    }
  }

  private InputRows sentence(Matrix inputs, int... rows) {
    InputRows sentence = new InputRows(arena, inputs);
    Arrays.stream(rows).forEach(sentence::add);
    return sentence;
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
    for (int turn : new int[] {-1, 2 * 5, 2 * 5 + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> window.addOutputs(new int[] {turn}, 0, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    InputRows sentence = sentence(inputs, 0, 2);
    for (int none : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> sentence.add(none)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    MemorySegment numbers = arena.allocateFrom(JAVA_INT, 1, 3, 2);
    assertThatThrownBy(() -> sentence.addAll(numbers, 0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    for (int[] range : new int[][] {{0, 3}, {-1, 1}, {2, 1}}) {
      assertThatThrownBy(() -> window.addInputs(sentence, range[0], range[1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> sentence.fetch(range[0], range[1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(sentence.size()).isEqualTo(2);
    assertThat(window.isEmpty()).isTrue();
    assertThat(KernelData.rows(inputs)).isDeepEqualTo(before);
  }

  @Test
  void refusesRowsOfAnotherMatrix() {
    Matrix inputs = Matrix.allocate(arena, 3, 9);
    LogisticWindow window = new LogisticWindow(arena, inputs, Matrix.allocate(arena, 3, 9));
    InputRows others = sentence(Matrix.allocate(arena, 3, 9), 1);
    assertThatThrownBy(() -> window.addInputs(others, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows of another matrix are no inputs of this window");
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
    window.addInputs(sentence(inputs, 0), 0, 1);
    window.addOutputs(new int[] {2 * 4}, 0, 1);
    window.trainEach(0.1f, null);
    assertThat(outputs.get(4, 0)).isEqualTo(before);
    window.exchange();
    assertThat(outputs.get(4, 0)).isNotEqualTo(before);
  }

  /** A window that is used for one training after the other. */
  private record Window(LogisticWindow window, InputRows sentence, Matrix inputs, Matrix outputs) {
    Window(Arena arena, int dimensions) {
      this(arena, Matrix.allocate(arena, 12, dimensions), Matrix.allocate(arena, 22, dimensions));
    }

    private Window(Arena arena, Matrix inputs, Matrix outputs) {
      this(
          new LogisticWindow(arena, inputs, outputs),
          new InputRows(arena, inputs),
          inputs,
          outputs);
    }

    double train(Kind kind, int[] ins, int[] outs, boolean[] labels, float rate) {
      sentence.clear();
      Arrays.stream(ins).forEach(sentence::add);
      int[] turns = new int[outs.length];
      Arrays.setAll(turns, o -> 2 * outs[o] + (labels[o] ? 0 : 1));
      window.clear();
      // Without the word in the middle of a sentence a window has two ranges.
      window.addInputs(sentence, 0, ins.length / 2);
      window.addInputs(sentence, ins.length / 2, ins.length);
      window.addOutputs(turns, 0, turns.length);
      window.fetchOutputs();
      LossMeter meter = new LossMeter();
      switch (kind) {
        case EACH -> window.trainEach(rate, meter);
        case MEAN -> window.trainMean(rate, 1, meter);
      }
      return meter.mean();
    }
  }
}
