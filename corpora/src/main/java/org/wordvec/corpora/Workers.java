package org.wordvec.corpora;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Runs tasks on a number of threads, none of which outlives the call or the {@link Pool}: memory
 * that is released after it is read by nobody any more, however the tasks ended.
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
    try (Pool pool = open()) {
      CompletionService<Integer> workers = new ExecutorCompletionService<>(pool.threads);
      for (int i = 0; i < count; i++) {
        int worker = i;
        workers.submit(
            () -> {
              task.run(worker);
              return worker;
            });
      }
      for (int ended = 0; ended < count; ended++) {
        awaitNext(workers, report);
      }
      report.run();
    }
  }

  /** Waits for whichever worker ends first: one that failed must not wait for the others. */
  private static void awaitNext(CompletionService<Integer> workers, Runnable report)
      throws IOException, InterruptedException {
    Future<Integer> ended = workers.poll(REPORT_MILLISECONDS, TimeUnit.MILLISECONDS);
    while (ended == null) {
      report.run();
      ended = workers.poll(REPORT_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
    result(ended);
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
    try (Pool pool = new Workers(states.size()).open()) {
      List<Future<?>> shares = new ArrayList<>();
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

  private static void awaitAll(List<Future<?>> shares) throws IOException, InterruptedException {
    // A future that is done would not say so.
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Throwable failure = null;
    for (Future<?> share : shares) {
      try {
        result(share);
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

  /**
   * Waits for a task and answers what it did, or throws what it threw.
   *
   * @throws InterruptedException if the calling thread is interrupted, or the task was
   */
  public static <T> T result(Future<T> task) throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Starts the threads, which wait for tasks. */
  public Pool open() {
    return new Pool(Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().factory()));
  }

  /** Threads at work. Close it before the memory is released that its tasks read. */
  public static final class Pool implements AutoCloseable {
    private final ExecutorService threads;

    private Pool(ExecutorService threads) {
      this.threads = threads;
    }

    /** Lets a thread do a task. */
    public <T> Future<T> submit(Callable<T> task) {
      return threads.submit(task);
    }

    /** Interrupts what is still running, drops what has not begun and waits for the threads. */
    @Override
    public void close() {
      threads.shutdownNow();
      threads.close();
    }
  }
}
