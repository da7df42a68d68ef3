package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;

@Timeout(60)
class TrainingLoopTest {
  private static final Schedule THREE_EPOCHS = new Schedule(3, 0.05);

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 7", "4, 1", "4, 7", "4, 500"})
  void trainsEverySliceOnceAnEpoch(int threads, int slices) throws InterruptedException {
    Map<TrainingLoop.Slice, Integer> trained = new ConcurrentHashMap<>();
    run(threads, slices, () -> (slice, loss) -> trained.merge(slice, 1, Integer::sum));
    assertThat(trained).hasSize(3 * slices);
    assertThat(trained.values()).containsOnly(1);
    for (int i = 0; i < 3 * slices; i++) {
      float rate = THREE_EPOCHS.rateAt(i / (3.0 * slices));
      assertThat(trained).containsKey(new TrainingLoop.Slice(i / slices, i % slices, rate));
    }
  }

  @Test
  void goesInOrderWithOneThread() throws InterruptedException {
    List<Integer> order = new ArrayList<>();
    run(1, 4, () -> (slice, loss) -> order.add(10 * slice.epoch() + slice.index()));
    assertThat(order).containsExactly(0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23);
  }

  @Test
  void givesEachThreadItsOwnStep() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    run(
        4,
        300,
        () -> {
          steps.incrementAndGet();
          AtomicBoolean busy = new AtomicBoolean();
          return (slice, loss) -> {
            assertThat(busy.getAndSet(true)).isFalse();
            Thread.onSpinWait();
            busy.set(false);
          };
        });
    assertThat(steps).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void reportsTheMeanLossOfEachEpoch(int threads) throws InterruptedException {
    TrainingReport report =
        run(
            threads,
            10,
            () ->
                (slice, loss) -> {
                  if (slice.index() % 2 == 0) {
                    loss.add(5 * (slice.epoch() + 1) * slice.index(), 5);
                  }
                });
    assertThat(report.losses()).hasSize(3);
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(report.losses().get(epoch)).isCloseTo(4 * (epoch + 1), within(1e-12));
    }
    assertThat(report.tokens()).isEqualTo(1000);
    assertThat(report.seconds()).isNotNegative();
  }

  @Test
  void goesOnWithoutAnyLoss() throws InterruptedException {
    assertThat(run(2, 3, () -> (slice, loss) -> {}).losses())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource({"1, NaN", "4, NaN", "1, Infinity", "4, Infinity"})
  void stopsWhenTheLossIsNoNumber(int threads, double value) {
    AtomicInteger trained = new AtomicInteger();
    assertThatThrownBy(
            () ->
                run(
                    threads,
                    100_000,
                    () ->
                        (slice, loss) -> {
                          trained.incrementAndGet();
                          loss.add(slice.epoch() == 1 ? value : 1, 1);
                        }))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "training diverged in epoch 2: the loss is no longer a number;"
                + " lower the learning rate");
    assertThat(trained.get()).isBetween(100_002 - threads, 100_000 + threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void throwsWhatAStepThrewAndStopsTheOthers(int failing) {
    RuntimeException broken = new IllegalStateException("broken");
    CountDownLatch waiting = new CountDownLatch(2);
    AtomicInteger interrupted = new AtomicInteger();
    AtomicInteger steps = new AtomicInteger();
    Supplier<TrainingLoop.Step> newStep =
        () -> {
          int number = steps.getAndIncrement();
          return (slice, loss) -> {
            if (number == failing) {
              await(waiting);
              throw broken;
            }
            waiting.countDown();
            interrupted.addAndGet(awaitInterruption());
          };
        };
    assertThatThrownBy(() -> run(3, 1000, newStep)).isSameAs(broken);
    assertThat(interrupted).hasValue(2);
  }

  @Test
  void throwsErrorsAsTheyAre() {
    Error full = new OutOfMemoryError("full");
    TrainingLoop.Step step =
        (slice, loss) -> {
          throw full;
        };
    assertThatThrownBy(() -> run(2, 10, () -> step)).isSameAs(full);
  }

  @Test
  void trainsNoFurtherSliceWhenItsThreadIsInterrupted() {
    Thread caller = Thread.currentThread();
    AtomicInteger trained = new AtomicInteger();
    TrainingLoop.Step step =
        (slice, loss) -> {
          if (trained.incrementAndGet() == 5) {
            caller.interrupt();
            assertThat(awaitInterruption()).isEqualTo(1);
          }
        };
    assertThatThrownBy(() -> run(1, 1000, () -> step)).isInstanceOf(InterruptedException.class);
    assertThat(trained).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void reportsProgressUpToTheEnd(int threads) throws InterruptedException {
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    CountDownLatch reported = new CountDownLatch(1);
    TrainingLoop.Step step =
        (slice, loss) -> {
          loss.add(2, 1);
          if (slice.epoch() == 1 && slice.index() == 5) {
            await(reported);
          }
        };
    new TrainingLoop(THREE_EPOCHS, new Execution(threads, 1), 10)
        .run(
            () -> step,
            1000,
            snapshot -> {
              snapshots.add(snapshot);
              reported.countDown();
            });
    Progress.Snapshot first = snapshots.getFirst();
    assertThat(first.done()).isBetween(0L, 2900L);
    assertThat(first.total()).isEqualTo(3000);
    Progress.Snapshot last = snapshots.getLast();
    assertThat(last.done()).isEqualTo(3000);
    assertThat(last.total()).isEqualTo(3000);
    assertThat(last.epoch()).isEqualTo(3);
    assertThat(last.epochs()).isEqualTo(3);
    assertThat(last.loss()).isEqualTo(2);
    assertThat(last.learningRate()).isCloseTo(0.05e-4, within(1e-9));
    assertThat(last.seconds()).isGreaterThanOrEqualTo(first.seconds());
  }

  @Test
  void refusesNoSlices() {
    assertThatThrownBy(() -> new TrainingLoop(THREE_EPOCHS, new Execution(1, 1), 0))
        .isInstanceOf(NothingToTrainException.class)
        .hasMessage("there is nothing to train on");
  }

  private static TrainingReport run(int threads, int slices, Supplier<TrainingLoop.Step> newStep)
      throws InterruptedException {
    return new TrainingLoop(THREE_EPOCHS, new Execution(threads, 1), slices)
        .run(newStep, 1000, Progress.NONE);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns 1 when the thread is interrupted, and leaves it so. */
  private static int awaitInterruption() {
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  @Test
  void aRowThatNoSliceLookedAtStopsTheRunAtItsEnd() {
    try (Arena arena = Arena.ofShared()) {
      Matrix matrix = Matrix.allocate(arena, 1000, 16);
      TrainingLoop loop =
          new TrainingLoop(new Schedule(1, 0.1), new Execution(1, 1), 1)
              .learning(TrainingState.of(new TrainingState.Part("words", matrix)));
      assertThatThrownBy(
              () -> loop.run(() -> (_, _) -> matrix.set(500, 3, 2000), 10, Progress.NONE))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("a row of the words has grown to a length of 2.00e+03");
    }
  }
}
