package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures one window of six context words and six outputs of skip-gram or CBOW with all rows in
 * the cache: the arithmetic without the wait for memory. Run with {@code -prof gc}: a kernel that
 * allocates has a boxed vector in it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class LogisticBenchmark {
  private static final int ROWS = 64;
  private static final int CONTEXT = 6;
  private static final int OUTPUTS = 6;
  private static final float RATE = 1e-7f;

  @Param({"100", "128", "200", "300", "768"})
  private int dimensions;

  private Arena arena;
  private Matrix inputs;
  private Matrix outputs;
  private InputRows sentence;
  private LogisticWindow window;
  private final int[] turns = new int[OUTPUTS];
  private int turn;

  @Setup(Level.Trial)
  public void setUp() {
    arena = Arena.ofAuto();
    inputs = random();
    outputs = random();
    sentence = new InputRows(arena, inputs);
    window = new LogisticWindow(arena, inputs, outputs);
  }

  @Benchmark
  public void skipGram() {
    fill();
    window.trainEach(RATE, null);
  }

  @Benchmark
  public void cbow() {
    fill();
    window.trainMean(RATE, 1, null);
  }

  /** Sets the inputs and outputs of the next window. */
  private void fill() {
    turn++;
    sentence.clear();
    for (int i = 0; i < CONTEXT; i++) {
      sentence.add((turn + 7 * i) % ROWS);
    }
    for (int i = 0; i < OUTPUTS; i++) {
      turns[i] = 2 * ((3 * turn + 11 * i) % ROWS) + (i == 0 ? 0 : 1);
    }
    window.clear();
    window.addInputs(sentence, 0, CONTEXT);
    window.addOutputs(turns, 0, OUTPUTS);
  }

  private Matrix random() {
    Matrix matrix = Matrix.allocate(arena, ROWS, dimensions);
    Random random = new Random(1);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < dimensions; column++) {
        matrix.set(row, column, random.nextFloat() - 0.5f);
      }
    }
    return matrix;
  }
}
