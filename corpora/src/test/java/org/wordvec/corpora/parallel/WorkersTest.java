package org.wordvec.corpora.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.text.CorpusException;

@Timeout(60)
class WorkersTest {
  @Test
  void runsEachWorkerOnceAndAllAtATime() throws IOException, InterruptedException {
    Set<Integer> workers = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(3);
    new Workers(3)
        .run(
            worker -> {
              assertThat(workers.add(worker)).isTrue();
              all.countDown();
              all.await();
            });
    assertThat(workers).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void reportsInTheEndOnTheCallingThread() throws IOException, InterruptedException {
    AtomicInteger done = new AtomicInteger();
    AtomicInteger reported = new AtomicInteger();
    Thread caller = Thread.currentThread();
    new Workers(2)
        .run(
            worker -> done.incrementAndGet(),
            () -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              reported.set(done.get());
            });
    assertThat(reported).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void throwsWhatAWorkerThrewAndInterruptsTheOthers(int failing) {
    AtomicInteger interrupted = new AtomicInteger();
    CountDownLatch waiting = new CountDownLatch(2);
    Workers.Task task =
        worker -> {
          if (worker == failing) {
            waiting.await();
            throw new CorpusException("no more of this");
          }
          try {
            waiting.countDown();
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
          }
        };
    assertThatThrownBy(() -> new Workers(3).run(task))
        .isInstanceOf(CorpusException.class)
        .hasMessage("no more of this");
    assertThat(interrupted).hasValue(2);
  }

  @Test
  void throwsRuntimeExceptionsAndErrorsAsTheyAre() {
    RuntimeException exception = new IllegalStateException("broken");
    assertThatThrownBy(() -> new Workers(2).run(worker -> fail(exception))).isSameAs(exception);
    Error error = new OutOfMemoryError("full");
    assertThatThrownBy(() -> new Workers(2).run(worker -> fail(error))).isSameAs(error);
  }

  @Test
  void interruptsTheWorkersWhenTheCallerIsInterrupted() {
    AtomicInteger interrupted = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Workers.Task task =
        worker -> {
          caller.interrupt();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
          }
        };
    assertThatThrownBy(() -> new Workers(1).run(task)).isInstanceOf(InterruptedException.class);
    assertThat(interrupted).hasValue(1);
  }

  @Test
  void everySharedTaskRunsOnceInRisingOrderOfEachWorker() {
    for (int threads = 1; threads <= 4; threads++) {
      List<List<Integer>> states = new Workers(threads).share(50, ArrayList::new, List::add);
      assertThat(states).hasSize(threads).allSatisfy(state -> assertThat(state).isSorted());
      assertThat(states.stream().flatMap(List::stream).sorted())
          .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aSharedTaskThatFailsIsThrownAsItIsWhenNoneIsRunning(int threads) {
    for (int round = 0; round < 200; round++) {
      AtomicInteger running = new AtomicInteger();
      Error error = new OutOfMemoryError("full");
      assertThatThrownBy(
              () ->
                  new Workers(threads)
                      .share(
                          100,
                          Object::new,
                          (state, task) -> {
                            running.incrementAndGet();
                            try {
                              if (task == 7) {
                                fail(error);
                              }
                              LockSupport.parkNanos(1000);
                            } finally {
                              running.decrementAndGet();
                            }
                          }))
          .isSameAs(error);
      assertThat(running).hasValue(0);
    }
  }

  @Test
  void interruptionEndsSharedWork() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Workers(2).share(1000, Object::new, (state, task) -> {}))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void noTaskReadsWhenItsPoolIsClosed() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      AtomicBoolean released = new AtomicBoolean();
      AtomicBoolean readAfter = new AtomicBoolean();
      CountDownLatch begun = new CountDownLatch(1);
      List<WorkerPool.Submitted<Boolean>> tasks = new ArrayList<>();
      try (WorkerPool pool = new Workers(3).open()) {
        for (int task = 0; task < 20; task++) {
          tasks.add(
              pool.submit(
                  () -> {
                    begun.countDown();
                    LockSupport.parkNanos(1000);
                    readAfter.compareAndSet(false, released.get());
                    return true;
                  }));
        }
        begun.await();
      }
      released.set(true);
      assertThat(readAfter).isFalse();
      assertThat(tasks).hasSize(20);
    }
  }

  @Test
  void whatIsSubmittedIsAnsweredInAnyOrder() throws IOException, InterruptedException {
    try (WorkerPool pool = new Workers(2).open()) {
      List<WorkerPool.Submitted<Integer>> tasks = new ArrayList<>();
      for (int task = 0; task < 100; task++) {
        int number = task;
        tasks.add(pool.submit(() -> number));
      }
      for (int task = 99; task >= 0; task--) {
        assertThat(tasks.get(task).result()).isEqualTo(task);
      }
      WorkerPool.Submitted<Integer> failing =
          pool.submit(
              () -> {
                throw new CorpusException("no more of this");
              });
      assertThatThrownBy(failing::result).hasMessage("no more of this");
      assertThat(pool.submit(() -> 7).result()).isEqualTo(7);
    }
  }

  private static void fail(RuntimeException exception) {
    throw exception;
  }

  private static void fail(Error error) {
    throw error;
  }
}
