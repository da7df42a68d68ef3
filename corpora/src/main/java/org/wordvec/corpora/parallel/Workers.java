package org.wordvec.corpora.parallel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Runs tasks on a number of threads, none of which outlives the call or the {@link WorkerPool}:
 * memory that is released after it is read by nobody any more, however the tasks ended.
 *
 * @param count how many
 */
public record Workers(int count) {
  private static final long REPORT_MILLISECONDS = 100;

  /** Work that knows which worker it is, from 0. */
  @FunctionalInterface
  public interface Task {
    /** Does one worker's share. */
    void run(int worker) throws IOException, InterruptedException;
  }

  /** Runs a task on every thread without reporting. */
  public void run(Task task) throws IOException, InterruptedException {
    run(task, () -> {});
  }

  /**
   * Runs a task on every thread, and reports on the calling thread ten times a second and at the
   * end.
   *
   * @throws IOException that the first failing worker threw; the others are interrupted
   */
  public void run(Task task, Runnable report) throws IOException, InterruptedException {
    try (WorkerPool pool = open()) {
      for (int i = 0; i < count; i++) {
        int worker = i;
        pool.submit(
            () -> {
              task.run(worker);
              return worker;
            });
      }
      while (!pool.awaitAll(REPORT_MILLISECONDS)) {
        report.run();
      }
      report.run();
    }
  }

  /**
   * Runs tasks 0 to {@code tasks} − 1 on up to so many threads, each with a state of its own. A
   * worker takes the next number when it is done with one, so that its numbers rise; which worker
   * gets which is left to chance. What the first failing task threw is thrown when all have ended.
   *
   * @return the states, for the caller to merge
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  public <S> List<S> share(int tasks, Supplier<S> state, ObjIntConsumer<S> task) {
    List<S> states = new ArrayList<>();
    for (int worker = 0; worker < Math.clamp(tasks, 1, count); worker++) {
      states.add(state.get());
    }
    AtomicInteger next = new AtomicInteger();
    if (states.size() == 1) {
      // Starting a thread would cost as much as many a task.
      work(states.getFirst(), next, tasks, task);
      return states;
    }
    try (WorkerPool pool = new Workers(states.size()).open()) {
      List<WorkerPool.Submitted<?>> shares = new ArrayList<>();
      for (S own : states) {
        shares.add(
            pool.submit(
                () -> {
                  work(own, next, tasks, task);
                  return own;
                }));
      }
      awaitAll(shares);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
    return states;
  }

  private static <S> void work(S own, AtomicInteger next, int tasks, ObjIntConsumer<S> task) {
    try {
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        if (Thread.currentThread().isInterrupted()) {
          throw cancelled();
        }
        task.accept(own, i);
      }
    } finally {
      // Where one fails, the others go no further. They are not interrupted, which would close the
      // files that they read from.
      next.set(tasks);
    }
  }

  private static void awaitAll(List<WorkerPool.Submitted<?>> shares)
      throws IOException, InterruptedException {
    // A task that has ended would not say so.
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Throwable failure = null;
    for (WorkerPool.Submitted<?> share : shares) {
      try {
        share.result();
      } catch (RuntimeException | Error e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static CancellationException cancelled() {
    return new CancellationException("the search was interrupted");
  }

  /** Starts the threads, which wait for tasks. */
  public WorkerPool open() {
    return new WorkerPool(count);
  }
}
