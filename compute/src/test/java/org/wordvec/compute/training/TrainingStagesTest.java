package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;

/** A run whose second stage has other matrices. */
@Timeout(60)
class TrainingStagesTest {
  private static final int EPOCHS = 4;
  private static final int SLICES = 9;
  private static final Schedule SCHEDULE = new Schedule(EPOCHS, 0.05);
  private static final TrainingLoop.Step NOTHING = (slice, loss) -> {};

  @AutoClose private final Arena arena = Arena.ofShared();
  private final Map<TrainingLoop.Slice, Integer> first = new ConcurrentHashMap<>();
  private final Map<TrainingLoop.Slice, Integer> second = new ConcurrentHashMap<>();

  private static TrainingLoop.Stage stage(TrainingState state, TrainingLoop.Step step) {
    return new TrainingLoop.Stage() {
      @Override
      public TrainingState state() {
        return state;
      }

      @Override
      public Supplier<TrainingLoop.Step> newStep() {
        return () -> step;
      }
    };
  }

  private static TrainingLoop.Step recording(Map<TrainingLoop.Slice, Integer> trained) {
    return (slice, loss) -> {
      trained.merge(slice, 1, Integer::sum);
      loss.add(10 * slice.epoch() + 1, 1);
    };
  }

  private static TrainingLoop loop(int threads) {
    return new TrainingLoop(SCHEDULE, new Execution(threads, 1), SLICES);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "4, 1", "4, 3", "1, 0", "4, 0", "1, 4", "4, 4"})
  void eachStageTrainsItsEpochsAndTheRateFallsThroughBoth(int threads, int epoch)
      throws InterruptedException {
    TrainingReport report =
        loop(threads)
            .changing(epoch, () -> stage(TrainingState.NONE, recording(second)))
            .run(() -> recording(first), 1000, Progress.NONE);
    assertThat(first).hasSize(epoch * SLICES);
    assertThat(second).hasSize((EPOCHS - epoch) * SLICES);
    for (int i = 0; i < EPOCHS * SLICES; i++) {
      float rate = SCHEDULE.rateAt((double) i / (EPOCHS * SLICES));
      TrainingLoop.Slice slice = new TrainingLoop.Slice(i / SLICES, i % SLICES, rate);
      assertThat(slice.epoch() < epoch ? first : second).containsEntry(slice, 1);
    }
    assertThat(report.losses()).containsExactly(1.0, 11.0, 21.0, 31.0);
    assertThat(report.tokens()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void nothingIsTrainedDuringTheChange(int threads) throws InterruptedException {
    AtomicInteger changes = new AtomicInteger();
    loop(threads)
        .changing(
            2,
            () -> {
              changes.incrementAndGet();
              assertThat(first).hasSize(2 * SLICES);
              assertThat(second).isEmpty();
              return stage(TrainingState.NONE, recording(second));
            })
        .run(() -> recording(first), 1000, Progress.NONE);
    assertThat(changes).hasValue(1);
    assertThat(second).hasSize(2 * SLICES);
  }

  @Test
  void theChangeRunsOnTheThreadOfTheCaller() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    loop(2)
        .changing(
            2,
            () -> {
              threads.add(Thread.currentThread());
              return stage(TrainingState.NONE, NOTHING);
            })
        .run(() -> NOTHING, 1000, Progress.NONE);
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void progressCountsBothStages(int threads) throws InterruptedException {
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    CountDownLatch reported = new CountDownLatch(1);
    TrainingLoop.Step waiting =
        (slice, loss) -> {
          try {
            reported.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    loop(threads)
        .changing(2, () -> stage(TrainingState.NONE, waiting))
        .run(
            () -> NOTHING,
            1000,
            snapshot -> {
              snapshots.add(snapshot);
              if (snapshot.done() >= 2000) {
                reported.countDown();
              }
            });
    assertThat(snapshots)
        .anySatisfy(
            snapshot -> {
              assertThat(snapshot.done()).isEqualTo(2000);
              assertThat(snapshot.epoch()).isEqualTo(3);
            });
    assertThat(snapshots.getLast().done()).isEqualTo(4000);
    assertThat(snapshots.getLast().total()).isEqualTo(4000);
    assertThat(snapshots.getLast().epoch()).isEqualTo(EPOCHS);
  }

  @Test
  void theMatricesOfTheSecondStageAreWatched() {
    Matrix words = Matrix.allocate(arena, 1000, 3);
    Matrix senses = Matrix.allocate(arena, 2000, 3);
    TrainingState state = TrainingState.of(new TrainingState.Part("senses", senses));
    TrainingLoop loop =
        loop(1)
            .learning(TrainingState.of(new TrainingState.Part("words", words)))
            .changing(2, () -> stage(state, (slice, loss) -> senses.set(1900, 1, Float.NaN)));
    assertThatThrownBy(() -> loop.run(() -> NOTHING, 1000, Progress.NONE))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "training diverged in epoch 4: a row of the senses is no longer finite;"
                + " lower the learning rate");
  }

  @Test
  void aRowThatNoSliceLookedAtStopsTheRunBeforeTheChange() {
    Matrix words = Matrix.allocate(arena, 100_000, 3);
    AtomicInteger changes = new AtomicInteger();
    TrainingLoop loop =
        loop(1)
            .learning(TrainingState.of(new TrainingState.Part("words", words)))
            .changing(
                2,
                () -> {
                  changes.incrementAndGet();
                  return stage(TrainingState.NONE, NOTHING);
                });
    TrainingLoop.Step breaking = (slice, loss) -> words.set(50_000, 1, Float.NaN);
    assertThatThrownBy(() -> loop.run(() -> breaking, 1000, Progress.NONE))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "training diverged in epoch 2: a row of the words is no longer finite;"
                + " lower the learning rate");
    assertThat(changes).hasValue(0);
  }

  @Test
  void aChangeThatFailsEndsTheRunWithWhatItThrew() {
    RuntimeException broken = new IllegalStateException("broken");
    assertThatThrownBy(
            () ->
                loop(2)
                    .changing(
                        1,
                        () -> {
                          throw broken;
                        })
                    .run(() -> recording(first), 1000, Progress.NONE))
        .isSameAs(broken);
    assertThat(first).hasSize(SLICES);
  }

  @Test
  void aStageThatFailsEndsTheRunWithWhatItThrew() {
    RuntimeException broken = new IllegalStateException("broken");
    TrainingLoop.Step breaking =
        (slice, loss) -> {
          throw broken;
        };
    assertThatThrownBy(
            () ->
                loop(3)
                    .changing(1, () -> stage(TrainingState.NONE, breaking))
                    .run(() -> recording(first), 1000, Progress.NONE))
        .isSameAs(broken);
    assertThat(first).hasSize(SLICES);
  }

  @Test
  void anInterruptionDuringTheChangeEndsTheRun() {
    assertThatThrownBy(
            () ->
                loop(1)
                    .changing(
                        1,
                        () -> {
                          Thread.currentThread().interrupt();
                          new CountDownLatch(1).await();
                          return stage(TrainingState.NONE, recording(second));
                        })
                    .run(() -> recording(first), 1000, Progress.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(first).hasSize(SLICES);
    assertThat(second).isEmpty();
  }

  @Test
  void anInterruptionThatTheChangeDoesNotNoticeEndsTheSecondStage() {
    assertThatThrownBy(
            () ->
                loop(1)
                    .changing(
                        1,
                        () -> {
                          Thread.currentThread().interrupt();
                          return stage(TrainingState.NONE, recording(second));
                        })
                    .run(() -> recording(first), 1000, Progress.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(first).hasSize(SLICES);
  }

  @Test
  void aStepThatFailsBeforeTheChangeLeavesItUndone() {
    AtomicInteger changes = new AtomicInteger();
    RuntimeException broken = new IllegalStateException("broken");
    TrainingLoop.Step breaking =
        (slice, loss) -> {
          throw broken;
        };
    assertThatThrownBy(
            () ->
                loop(2)
                    .changing(
                        1,
                        () -> {
                          changes.incrementAndGet();
                          return stage(TrainingState.NONE, NOTHING);
                        })
                    .run(() -> breaking, 1000, Progress.NONE))
        .isSameAs(broken);
    assertThat(changes).hasValue(0);
  }
}
