package org.wordvec.compute.training;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.AdaGradRows;

/** Files of checkpoints, and the loop that writes them. */
@Timeout(120)
class CheckpointTest {
  private static final int EPOCHS = 3;
  private static final int SLICES = 20;
  private static final CheckpointInterval EVERY_SLICE = new CheckpointInterval.Part(1e-9);

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  private final Matrix matrix = Matrix.allocate(arena, 5, 20);
  private final TrainingState state = TrainingState.of(new TrainingState.Part("rows", matrix));
  private final List<Path> saved = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private final Checkpoints.Listener listener =
      new Checkpoints.Listener() {
        @Override
        public void saved(Path path, double seconds) {
          saved.add(path);
          assertThat(seconds).isPositive();
        }

        @Override
        public void failed(IOException reason) {
          failures.add(String.valueOf(reason.getMessage()));
        }
      };

  /** Leaves a number that tells how many slices were trained, if none is missing. */
  private TrainingLoop.Step adding() {
    return (slice, loss) -> {
      synchronized (matrix) {
        matrix.set(1, 2, matrix.get(1, 2) + 1);
        loss.add(slice.epoch() + 1, 2);
      }
    };
  }

  private TrainingReport run(int threads, TrainingLoop.Step step, Checkpoints checkpoints)
      throws InterruptedException {
    return new TrainingLoop(new Schedule(EPOCHS, 0.1), new Execution(threads, 1), SLICES)
        .learning(state)
        .keeping(checkpoints)
        .run(() -> step, 1000, Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void everySliceBeforeTheNextIsInItAndNoneAfter(int threads)
      throws IOException, InterruptedException {
    AtomicInteger checked = new AtomicInteger();
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Checkpoints.Listener counting =
          new Checkpoints.Listener() {
            @Override
            public void saved(Path path, double seconds) {
              Checkpoint checkpoint = newest().checkpoint();
              assertThat(matrix.get(1, 2)).isEqualTo((float) checkpoint.next());
              assertThat(checkpoint.losses().stream().mapToLong(Checkpoint.Loss::predictions).sum())
                  .isEqualTo(2 * checkpoint.next());
              checked.incrementAndGet();
            }

            @Override
            public void failed(IOException reason) {
              throw new AssertionError(reason);
            }
          };
      TrainingReport report =
          run(threads, adding(), Checkpoints.in(own, EVERY_SLICE, Map.of(), counting));
      assertThat(report.pauses().count()).isEqualTo(EPOCHS * SLICES);
      assertThat(report.pauses().seconds()).isPositive();
    }
    assertThat(checked).hasValue(EPOCHS * SLICES);
    assertThat(CheckpointFolder.generations(folder)).hasSize(2);
  }

  @Test
  void keepsWhatARunNeedsToGoOn() throws IOException, InterruptedException {
    trainAndSave(new CheckpointInterval.Epochs(1));
    Checkpoint checkpoint = newest().checkpoint();
    assertThat(saved).hasSize(EPOCHS);
    assertThat(checkpoint.isComplete()).isTrue();
    assertThat(checkpoint.epoch()).isEqualTo(EPOCHS);
    assertThat(checkpoint.settings()).containsOnly(Map.entry("--dim", "20"));
    assertThat(checkpoint.notes()).containsOnly(Map.entry("argument.0", "a = b\nß"));
    assertThat(checkpoint.losses()).contains(new Checkpoint.Loss(2 * SLICES, 2 * SLICES));
    matrix.set(1, 2, 0);
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      TrainingReport report = run(1, adding(), after(newest(), own));
      assertThat(matrix.get(1, 2)).isEqualTo(EPOCHS * SLICES);
      assertThat(report.losses()).containsExactly(0.5, 1.0, 1.5);
    }
  }

  @Test
  void anInterruptedRunIsSavedBeforeItEnds() throws IOException {
    Thread caller = Thread.currentThread();
    TrainingLoop.Step interrupting =
        (slice, loss) -> {
          adding().train(slice, loss);
          if (slice.index() == 7) {
            caller.interrupt();
            // The loop receives it while this slice is still being trained.
            pause();
          }
        };
    CheckpointInterval seldom = new CheckpointInterval.Time(Duration.ofHours(1));
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(
              () -> run(1, interrupting, Checkpoints.in(own, seldom, Map.of(), listener)))
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(newest().checkpoint().next()).isEqualTo(8);
    assertThat(matrix.get(1, 2)).isEqualTo(8);
  }

  @Test
  void timeMakesOneDue() throws IOException, InterruptedException {
    TrainingLoop.Step slow =
        (slice, loss) -> {
          if (slice.epoch() == 0 && slice.index() < 3) {
            pause();
          }
        };
    CheckpointInterval often = new CheckpointInterval.Time(Duration.ofMillis(1));
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      run(1, slow, Checkpoints.in(own, often, Map.of(), listener));
    }
    assertThat(saved).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void goesOnWhenOneCannotBeWritten() throws IOException, InterruptedException {
    TrainingLoop.Step removing =
        (slice, loss) -> {
          adding().train(slice, loss);
          if (slice.epoch() == 1 && slice.index() == 0) {
            remove();
          }
        };
    try (CheckpointFolder own = CheckpointFolder.open(folder.resolve("gone"))) {
      run(1, removing, Checkpoints.in(own, new CheckpointInterval.Epochs(1), Map.of(), listener));
    }
    assertThat(saved).hasSize(1);
    assertThat(failures).hasSize(2);
    assertThat(matrix.get(1, 2)).isEqualTo(EPOCHS * SLICES);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 5e3f, 3e30f})
  void aBrokenValueStopsTheRunAndIsNeverSaved(float value) throws IOException {
    AtomicInteger trained = new AtomicInteger();
    TrainingLoop.Step breaking =
        (slice, loss) -> {
          if (trained.incrementAndGet() == 33) {
            matrix.set(4, 19, value);
          }
        };
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Checkpoints checkpoints = Checkpoints.in(own, EVERY_SLICE, Map.of(), listener);
      assertThatThrownBy(() -> run(1, breaking, checkpoints))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("diverged in epoch 2")
          .hasMessageContaining("lower the learning rate");
      assertThat(checkpoints.last().orElseThrow()).isEqualTo(saved.getLast());
    }
    assertThat(trained).hasValue(33);
    assertThat(newest().checkpoint().next()).isEqualTo(32);
  }

  @Test
  void aBrokenRowThatNoSliceLookedAtIsFoundBeforeItIsSaved() {
    try (Arena own = Arena.ofShared()) {
      Matrix large = Matrix.allocate(own, 100_000, 3);
      DivergenceWatch watch =
          new DivergenceWatch(TrainingState.of(new TrainingState.Part("words", large)));
      watch.checkAll(0);
      large.set(50_000, 1, Float.NaN);
      watch.checkSome(0, 0);
      assertThatThrownBy(() -> watch.checkAll(6))
          .hasMessage(
              "training diverged in epoch 7: a row of the words is no longer finite;"
                  + " lower the learning rate");
    }
  }

  @Test
  void columnsThatAreNotLearntMayBeAnything() {
    matrix.set(0, 16, AdaGradRows.FROZEN_SUM);
    new DivergenceWatch(TrainingState.of(new TrainingState.Part("rows", matrix, 16))).checkAll(0);
  }

  @Test
  void aDamagedFileIsNoticedWhereverItIsDamaged() throws IOException, InterruptedException {
    trainAndSave(new CheckpointInterval.Part(0.5));
    List<Path> generations = CheckpointFolder.generations(folder);
    byte[] whole = Files.readAllBytes(generations.getFirst());
    int step = Math.max(1, whole.length / 100);
    for (int at = 0; at < whole.length; at += step) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x20;
      Files.write(generations.getFirst(), flipped);
      assertFallsBack(generations);
      Files.write(generations.getFirst(), Arrays.copyOf(whole, at));
      assertFallsBack(generations);
    }
    Files.write(generations.getFirst(), Arrays.copyOf(whole, whole.length + 1));
    assertFallsBack(generations);
    Files.write(generations.getFirst(), whole);
    assertThat(newest().path()).isEqualTo(generations.getFirst());
  }

  private void assertFallsBack(List<Path> generations) throws IOException {
    List<String> damaged = new ArrayList<>();
    Optional<CheckpointFolder.Saved> found =
        CheckpointFolder.newest(folder, e -> damaged.add(String.valueOf(e.getMessage())));
    assertThat(found.orElseThrow().path()).isEqualTo(generations.getLast());
    assertThat(damaged).singleElement().asString().contains(generations.getFirst().toString());
  }

  @Test
  void goingOnRemovesTheDamagedFileAndUnfinishedOnes() throws IOException, InterruptedException {
    trainAndSave(new CheckpointInterval.Part(0.5));
    List<Path> generations = CheckpointFolder.generations(folder);
    Files.write(generations.getFirst(), new byte[10]);
    Path unfinished = folder.resolve("slice-000000000099.checkpoint.unfinished");
    Files.write(unfinished, new byte[10]);
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      run(1, adding(), after(newest(), own));
    }
    assertThat(unfinished).doesNotExist();
    assertThat(matrix.get(1, 2)).isEqualTo(EPOCHS * SLICES);
    assertThat(newest().checkpoint().isComplete()).isTrue();
  }

  @Test
  void refusesARunOfAnotherLengthAndMatricesOfOtherShapes()
      throws IOException, InterruptedException {
    trainAndSave(new CheckpointInterval.Part(0.5));
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(
              () ->
                  new TrainingLoop(new Schedule(4, 0.1), new Execution(1, 1), SLICES)
                      .learning(state)
                      .keeping(after(newest(), own))
                      .run(this::adding, 1000, Progress.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3 epochs of 20 steps, this training 4 of 20");
      TrainingState other =
          TrainingState.of(new TrainingState.Part("rows", Matrix.allocate(arena, 6, 20)));
      assertThatThrownBy(
              () ->
                  new TrainingLoop(new Schedule(EPOCHS, 0.1), new Execution(1, 1), SLICES)
                      .learning(other)
                      .keeping(after(newest(), own))
                      .run(this::adding, 1000, Progress.NONE))
          .hasMessageContaining("but the model has");
    }
  }

  @Test
  void oneRunAtATimeHasAFolder() throws IOException {
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> CheckpointFolder.open(own.path()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another training is using");
    }
    CheckpointFolder.open(folder).close();
    assertThatThrownBy(() -> CheckpointFolder.open(Files.createTempFile(folder, "a", "b")))
        .hasMessageContaining("this is no folder");
  }

  @Test
  void afterTheEndNothingButALineIsLeft() throws IOException, InterruptedException {
    trainAndSave(new CheckpointInterval.Part(0.5));
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      own.finish("wrote a.bin");
    }
    assertThat(CheckpointFolder.finished(folder)).hasValue("wrote a.bin");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("finished.txt", ".lock");
  }

  @Test
  void theWorkMakesOneDue() {
    assertThat(new CheckpointInterval.Part(0.1).after(0, 100, 20)).isEqualTo(10);
    assertThat(new CheckpointInterval.Part(0.1).after(10, 100, 20)).isEqualTo(20);
    assertThat(new CheckpointInterval.Part(0.1).after(19, 100, 20)).isEqualTo(20);
    assertThat(new CheckpointInterval.Epochs(2).after(41, 100, 20)).isEqualTo(80);
    CheckpointInterval time = new CheckpointInterval.Time(Duration.ofSeconds(2));
    assertThat(time.after(0, 100, 20)).isEqualTo(Long.MAX_VALUE);
    assertThat(time.isDueAfter(1.9)).isFalse();
    assertThat(time.isDueAfter(2)).isTrue();
    assertThatThrownBy(() -> new CheckpointInterval.Part(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new CheckpointInterval.Epochs(0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new CheckpointInterval.Time(Duration.ZERO))
        .hasMessageContaining("above 0");
  }

  private void trainAndSave(CheckpointInterval interval) throws IOException, InterruptedException {
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Checkpoints checkpoints =
          Checkpoints.in(own, interval, Map.of("argument.0", "a = b\nß"), listener);
      checkpoints.require(Map.of("--dim", "20"));
      run(1, adding(), checkpoints);
    }
  }

  @Test
  void whoOpenedTheLockBeforeItWasReleasedHoldsTheOneThatOthersFind() throws IOException {
    CheckpointFolder first = CheckpointFolder.open(folder);
    try (FileChannel between =
        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
      first.close();
      assertThat(between.tryLock()).isNotNull();
      assertThatThrownBy(() -> CheckpointFolder.open(folder))
          .hasMessage(folder + ": another training is using these checkpoints");
    }
    CheckpointFolder.open(folder).close();
  }

  @Test
  void aRefusedTrainingOfThisProcessDoesNotLetAnotherProcessIn() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      for (Path again : List.of(own.path(), link)) {
        assertThatThrownBy(() -> CheckpointFolder.open(again))
            .hasMessage(again + ": another training is using these checkpoints");
      }
      assertThat(otherProcessOpens()).isEqualTo("refused");
    }
    assertThat(otherProcessOpens()).isEqualTo("opened");
  }

  private String otherProcessOpens() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                classes(CheckpointFolder.class)
                    + File.pathSeparator
                    + classes(CheckpointTest.class),
                Opening.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    process.waitFor();
    return said;
  }

  private static String classes(Class<?> of) {
    return Path.of(URI.create(of.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      try (CheckpointFolder _ = CheckpointFolder.open(Path.of(arguments[0]))) {
        System.out.print("opened");
      } catch (IOException e) {
        System.out.print("refused");
      }
    }
  }

  @Test
  void theLineOfAFinishedTrainingIsWholeOrNotThere() throws IOException {
    Path line = Files.createDirectories(folder.resolve("finished.txt").resolve("in the way"));
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> own.finish("a training ended"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(line.getParent() + ": cannot write: ");
      assertThat(folder).isDirectoryNotContaining("glob:**unfinished");
      Files.delete(line);
      Files.delete(line.getParent());
      own.finish("a training ended");
    }
    assertThat(CheckpointFolder.finished(folder)).contains("a training ended");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("finished.txt", ".lock");
  }

  private Checkpoints after(CheckpointFolder.Saved from, CheckpointFolder own) {
    return Checkpoints.after(from, own, EVERY_SLICE, Map.of(), listener);
  }

  private CheckpointFolder.Saved newest() {
    try {
      return CheckpointFolder.newest(folder, damaged -> {}).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void remove() {
    try {
      for (Path file : CheckpointFolder.generations(folder.resolve("gone"))) {
        Files.delete(file);
      }
      Files.delete(folder.resolve("gone").resolve(".lock"));
      Files.delete(folder.resolve("gone"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
