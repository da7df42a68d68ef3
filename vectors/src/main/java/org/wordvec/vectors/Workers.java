package org.wordvec.vectors;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** Runs numbered tasks on several platform threads, each with a state of its own. */
final class Workers {
  private Workers() {}

  /**
   * Runs tasks 0 to {@code tasks} − 1. A worker takes the next number when it is done with one, so
   * that its numbers rise; which worker gets which is left to chance.
   *
   * @return the states, for the caller to merge
   * @throws UncheckedIOException if a task throws it
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  static <S> List<S> run(int tasks, int threads, Supplier<S> state, ObjIntConsumer<S> task) {
    List<S> states = new ArrayList<>();
    for (int worker = 0; worker < Math.clamp(tasks, 1, threads); worker++) {
      states.add(state.get());
    }
    AtomicInteger next = new AtomicInteger();
    if (states.size() == 1) {
      // Starting a thread would cost as much as many a task.
      work(states.getFirst(), next, tasks, task);
      return states;
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(states.size())) {
      List<Future<?>> futures = new ArrayList<>();
      for (S own : states) {
        futures.add(executor.submit(() -> work(own, next, tasks, task)));
      }
      for (Future<?> future : futures) {
        await(future, next, tasks);
      }
    }
    return states;
  }

  private static <S> void work(S own, AtomicInteger next, int tasks, ObjIntConsumer<S> task) {
    for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the search was interrupted");
      }
      task.accept(own, i);
    }
  }

  private static void await(Future<?> future, AtomicInteger next, int tasks) {
    try {
      // A future that is done would not say so.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      future.get();
    } catch (ExecutionException failure) {
      next.set(tasks);
      if (failure.getCause() instanceof UncheckedIOException damagedFile) {
        throw damagedFile;
      }
      throw new IllegalStateException("a search thread failed", failure.getCause());
    } catch (InterruptedException interruption) {
      next.set(tasks);
      Thread.currentThread().interrupt();
      throw new CancellationException("the search was interrupted");
    }
  }
}
