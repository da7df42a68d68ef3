package org.wordvec.corpora.parallel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Runs tasks on a number of threads, none of which outlives the call or the {@link WorkerPool}.
 * Memory that is released afterwards is therefore no longer read, even if tasks failed.
 *
 * @param count number of threads, 1 or more
 */
public record Workers(int count) {
  private static final long REPORT_MILLISECONDS = 100;

  /** Work of one thread. */
  @FunctionalInterface
  public interface Task {
    /**
     * Runs the share of one worker.
     *
     * @param worker number of the worker, from 0
     */
    void run(int worker) throws IOException, InterruptedException;
  }

  /** Runs a task on every thread, without progress reports. */
  public void run(Task task) throws IOException, InterruptedException {
    run(task, () -> {});
  }

  /**
   * Runs a task on every thread and calls {@code report} on the calling thread ten times a second
   * and at the end.
   *
   * @throws IOException from the first failing worker; the others are interrupted
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
   * Runs tasks 0 to {@code tasks} − 1 on up to {@link #count} threads, each with a state of its
   * own. A worker takes the next task when it has finished one, so the task numbers of a worker
   * increase; the assignment of tasks to workers is not deterministic. When all have ended, the
   * exception of the first failing task is thrown.
   *
   * @return the states, for the caller to merge
   * @throws CancellationException if the calling thread is interrupted; its interrupt status is
   *     kept
   */
  public <S> List<S> share(int tasks, Supplier<S> state, ObjIntConsumer<S> task) {
    List<S> states = new ArrayList<>();
    for (int worker = 0; worker < Math.clamp(tasks, 1, count); worker++) {
      states.add(state.get());
    }
    AtomicInteger next = new AtomicInteger();
    if (states.size() == 1) {
      // Starting a thread can cost as much as a task.
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

  /**
   * Runs tasks as {@link #share} does, for callers that pass an interruption on.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public <S> List<S> shareInterruptibly(int tasks, Supplier<S> state, ObjIntConsumer<S> task)
      throws InterruptedException {
    try {
      return share(tasks, state, task);
    } catch (CancellationException e) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
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
      // If one fails, the others take no further tasks. They are not interrupted, as that would
      // close the files that they read.
      next.set(tasks);
    }
  }

  private static void awaitAll(List<WorkerPool.Submitted<?>> shares)
      throws IOException, InterruptedException {
    // A task that has already ended does not notice the interruption.
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

  /** Starts a pool of {@link #count} threads. */
  public WorkerPool open() {
    return new WorkerPool(count);
  }
}
