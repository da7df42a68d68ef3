package org.wordvec.corpora;

import java.io.IOException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs the same task on a number of threads and waits for all.
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

  /** Runs without reporting. */
  public void run(Task task) throws IOException, InterruptedException {
    run(task, () -> {});
  }

  /**
   * Runs, and reports on the calling thread ten times a second and at the end.
   *
   * @throws IOException that the first failing worker threw; the others are interrupted
   */
  public void run(Task task, Runnable report) throws IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().factory());
    try {
      CompletionService<Integer> workers = new ExecutorCompletionService<>(threads);
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
    } finally {
      threads.shutdownNow();
      threads.close();
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
    try {
      ended.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
