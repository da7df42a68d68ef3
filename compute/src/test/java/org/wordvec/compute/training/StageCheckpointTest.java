package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.Matrix;

/** Checkpoints of a run whose second stage has other matrices. */
@Timeout(120)
class StageCheckpointTest {
  private static final int EPOCHS = 4;
  private static final int CHANGE = 2;
  private static final int SLICES = 5;
  private static final CheckpointInterval EVERY_SLICE = new CheckpointInterval.Part(1e-9);
  private static final String ROWS = "rows of the second stage";

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();

  static IntStream cuts() {
    return IntStream.rangeClosed(1, EPOCHS * SLICES);
  }

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A training in matrices of its own, as a process of its own would have them. */
  private final class Training {
    private final Checkpoints checkpoints;
    private final Matrix first = Matrix.allocate(arena, 3, 7);
    private final List<Long> changes = new ArrayList<>();
    private Matrix second = first;

    Training(Checkpoints checkpoints) {
      this.checkpoints = checkpoints;
    }

    TrainingReport run() throws InterruptedException {
      return run(this::begin);
    }

    TrainingReport run(TrainingLoop.Change change) throws InterruptedException {
      return new TrainingLoop(new Schedule(EPOCHS, 0.3), new Execution(1, 1), SLICES)
          .learning(TrainingState.of(new TrainingState.Part("words", first)))
          .keeping(checkpoints)
          .changing(CHANGE, change)
          .run(() -> changing(first), 1000, Progress.NONE);
    }

    /** What a slice does depends on all slices before it. */
    private static TrainingLoop.Step changing(Matrix matrix) {
      return (slice, loss) -> {
        for (int row = 0; row < matrix.rows(); row++) {
          int column = (slice.index() + row) % matrix.dimensions();
          float before = matrix.get(row, (column + 1) % matrix.dimensions());
          matrix.set(row, column, slice.rate() * (row + 1) + 0.7f * before);
          loss.add(before + slice.rate(), 1);
        }
      };
    }

    TrainingLoop.Stage begin() {
      String rows = checkpoints.resumed().map(Checkpoint::settings).orElse(Map.of()).get(ROWS);
      changes.add(checkpoints.resumed().map(Checkpoint::next).orElse(0L));
      second = Matrix.allocate(arena, rows == null ? 4 : Integer.parseInt(rows), 5);
      if (rows == null) {
        for (int row = 0; row < second.rows(); row++) {
          second.set(row, row % 5, first.get(row % 3, row) + 0.1f);
        }
      }
      checkpoints.add(ROWS, Integer.toString(second.rows()));
      Matrix learning = second;
      return new TrainingLoop.Stage() {
        @Override
        public TrainingState state() {
          return TrainingState.of(new TrainingState.Part("senses", learning));
        }

        @Override
        public Supplier<TrainingLoop.Step> newStep() {
          return () -> changing(learning);
        }
      };
    }

    float[][] result() {
      return IntStream.range(0, second.rows()).mapToObj(second::row).toArray(float[][]::new);
    }
  }

  private static Checkpoints.Listener crashingAt(int save) {
    return new Checkpoints.Listener() {
      private int saves;

      @Override
      public void saved(Path path, double seconds) {
        if (++saves == save) {
          throw new Crash();
        }
      }

      @Override
      public void failed(IOException reason) {
        throw new AssertionError(reason);
      }
    };
  }

  private CheckpointFolder.Saved newest() throws IOException {
    return CheckpointFolder.newest(folder, damaged -> {}).orElseThrow();
  }

  private Training resumed(CheckpointFolder own, Checkpoints.Listener listener) throws IOException {
    return new Training(Checkpoints.after(newest(), own, EVERY_SLICE, Map.of(), listener));
  }

  private static void assertEndsAsWhole(Training training, TrainingReport report, Training whole)
      throws InterruptedException {
    TrainingReport expected = whole.run();
    assertThat(whole.result()).hasDimensions(4, 5);
    assertThat(training.result()).isDeepEqualTo(whole.result());
    assertThat(report.losses()).isEqualTo(expected.losses());
  }

  private Training whole() {
    return new Training(Checkpoints.none());
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void isTheSameToTheBitWhereverItWasCut(int cut) throws IOException, InterruptedException {
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Training cutOff = new Training(Checkpoints.in(own, EVERY_SLICE, Map.of(), crashingAt(cut)));
      assertThatThrownBy(cutOff::run).isInstanceOf(Crash.class);
      assertThat(newest().checkpoint().next()).isEqualTo(cut);
      assertThat(newest().checkpoint().settings().containsKey(ROWS))
          .isEqualTo(cut > CHANGE * SLICES);
      Training resumed = resumed(own, Checkpoints.Listener.NONE);
      TrainingReport report = resumed.run();
      assertThat(resumed.changes).containsExactly((long) cut);
      assertEndsAsWhole(resumed, report, whole());
    }
  }

  @Test
  void isTheSameToTheBitWhenItIsCutAfterEverySlice() throws IOException, InterruptedException {
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Training begun = new Training(Checkpoints.in(own, EVERY_SLICE, Map.of(), crashingAt(1)));
      assertThatThrownBy(begun::run).isInstanceOf(Crash.class);
      for (int cut = 2; cut <= EPOCHS * SLICES; cut++) {
        Training again = resumed(own, crashingAt(1));
        assertThatThrownBy(again::run).isInstanceOf(Crash.class);
        assertThat(newest().checkpoint().next()).isEqualTo(cut);
      }
      Training last = resumed(own, Checkpoints.Listener.NONE);
      assertEndsAsWhole(last, last.run(), whole());
    }
  }

  @Test
  void savesByTheWorkOfTheWholeRunAndAtTheEndOfEachStage()
      throws IOException, InterruptedException {
    assertThat(saves(new CheckpointInterval.Epochs(1))).containsExactly(5, 10, 15, 20);
    assertThat(saves(new CheckpointInterval.Epochs(3))).containsExactly(10, 15, 20);
    assertThat(saves(new CheckpointInterval.Part(0.15)))
        .containsExactly(3, 6, 9, 10, 12, 15, 18, 20);
    assertThat(saves(new CheckpointInterval.Part(1))).containsExactly(10, 20);
    assertThat(saves(new CheckpointInterval.Time(Duration.ofHours(1)))).containsExactly(10, 20);
  }

  private List<Integer> saves(CheckpointInterval interval)
      throws IOException, InterruptedException {
    List<Integer> saves = new ArrayList<>();
    Checkpoints.Listener listener =
        new Checkpoints.Listener() {
          @Override
          public void saved(Path path, double seconds) {
            saves.add(Integer.parseInt(path.getFileName().toString().substring(6, 18), 10));
          }

          @Override
          public void failed(IOException reason) {
            throw new AssertionError(reason);
          }
        };
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      new Training(Checkpoints.in(own, interval, Map.of(), listener)).run();
    }
    return saves;
  }

  @Test
  void aChangeThatFailsCanBeRepeatedFromTheEndOfTheFirstStage()
      throws IOException, InterruptedException {
    RuntimeException broken = new IllegalStateException("broken");
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Training failing =
          new Training(
              Checkpoints.in(
                  own, new CheckpointInterval.Part(1), Map.of(), Checkpoints.Listener.NONE));
      assertThatThrownBy(
              () ->
                  failing.run(
                      () -> {
                        throw broken;
                      }))
          .isSameAs(broken);
      assertThat(newest().checkpoint().next()).isEqualTo(CHANGE * SLICES);
      Training resumed = resumed(own, Checkpoints.Listener.NONE);
      assertEndsAsWhole(resumed, resumed.run(), whole());
    }
  }

  @Test
  void anInterruptionDuringTheChangeLosesNothingOfTheFirstStage()
      throws IOException, InterruptedException {
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Training interrupted =
          new Training(
              Checkpoints.in(
                  own, new CheckpointInterval.Part(1), Map.of(), Checkpoints.Listener.NONE));
      assertThatThrownBy(
              () ->
                  interrupted.run(
                      () -> {
                        Thread.currentThread().interrupt();
                        new CountDownLatch(1).await();
                        return interrupted.begin();
                      }))
          .isInstanceOf(InterruptedException.class);
      assertThat(newest().checkpoint().next()).isEqualTo(CHANGE * SLICES);
      Training resumed = resumed(own, Checkpoints.Listener.NONE);
      assertEndsAsWhole(resumed, resumed.run(), whole());
    }
  }

  @Test
  void refusesACheckpointWhoseSecondStageHasAnotherShape()
      throws IOException, InterruptedException {
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Training cutOff =
          new Training(Checkpoints.in(own, EVERY_SLICE, Map.of(), crashingAt(CHANGE * SLICES + 1)));
      assertThatThrownBy(cutOff::run).isInstanceOf(Crash.class);
      Training resumed = resumed(own, Checkpoints.Listener.NONE);
      assertThatThrownBy(
              () ->
                  resumed.run(
                      () -> {
                        TrainingLoop.Stage stage = resumed.begin();
                        resumed.second = Matrix.allocate(arena, 6, 5);
                        TrainingState other =
                            TrainingState.of(new TrainingState.Part("senses", resumed.second));
                        return new TrainingLoop.Stage() {
                          @Override
                          public TrainingState state() {
                            return other;
                          }

                          @Override
                          public Supplier<TrainingLoop.Step> newStep() throws InterruptedException {
                            return stage.newStep();
                          }
                        };
                      }))
          .hasMessageContaining("but the model has");
    }
  }
}
