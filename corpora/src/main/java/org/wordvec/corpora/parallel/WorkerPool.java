package org.wordvec.corpora.parallel;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of threads that run tasks. Must be closed before memory that its tasks read is
 * released.
 *
 * <p>Uses monitors only: the executors of the JDK allocate objects when a task ends or a thread
 * waits, so that after an {@link OutOfMemoryError} a thread may die and its caller wait for ever.
 * Here nothing is allocated between the failure of a task and its end. Tasks must be submitted and
 * awaited by one thread.
 */
public final class WorkerPool implements AutoCloseable {
  private final Queue<Submitted<?>> queue = new ArrayDeque<>();
  private final Thread[] threads;
  private @Nullable Throwable firstFailure;
  private int unfinished;
  private boolean closed;

  @SuppressWarnings("ThisEscapedInObjectConstruction")
  WorkerPool(int count) {
    threads = new Thread[count];
    for (int i = 0; i < count; i++) {
      threads[i] = Thread.ofPlatform().daemon().unstarted(this::work);
    }
    try {
      for (Thread thread : threads) {
        thread.start();
      }
    } catch (OutOfMemoryError noThread) {
      close();
      throw noThread;
    }
  }

  /**
   * A task that was submitted to the pool.
   *
   * @param <T> type of the result
   */
  public final class Submitted<T> {
    private final Callable<T> task;
    private @Nullable T answer;
    private @Nullable Throwable failure;
    private boolean ended;

    private Submitted(Callable<T> task) {
      this.task = task;
    }

    private void run() {
      @Nullable T made = null;
      @Nullable Throwable thrown = null;
      try {
        made = task.call();
      } catch (Throwable e) {
        thrown = e;
      }
      synchronized (WorkerPool.this) {
        answer = made;
        failure = thrown;
        ended = true;
        unfinished--;
        if (firstFailure == null) {
          firstFailure = thrown;
        }
        WorkerPool.this.notifyAll();
      }
    }

    /**
     * Waits for the task and returns its result, or throws what it threw.
     *
     * @throws InterruptedException if the calling thread is interrupted, or the task was
     */
    @SuppressWarnings("NullAway") // A task answers null only where T may be null.
    public T result() throws IOException, InterruptedException {
      synchronized (WorkerPool.this) {
        while (!ended) {
          WorkerPool.this.wait();
        }
      }
      if (failure != null) {
        rethrow(failure);
      }
      return answer;
    }
  }

  /** Submits a task to the pool. */
  public <T> Submitted<T> submit(Callable<T> task) {
    Submitted<T> submitted = new Submitted<>(task);
    synchronized (this) {
      queue.add(submitted);
      unfinished++;
      notifyAll();
    }
    return submitted;
  }

  /**
   * Waits until all tasks have ended, but no longer than the given milliseconds; returns whether
   * they have ended.
   *
   * @throws IOException from the first failing task, as soon as one has failed
   */
  boolean awaitAll(long milliseconds) throws IOException, InterruptedException {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    @Nullable Throwable failure;
    boolean ended;
    synchronized (this) {
      long left = milliseconds;
      while (unfinished > 0 && firstFailure == null && left > 0) {
        wait(left);
        left = (end - System.nanoTime() + 999_999) / 1_000_000;
      }
      failure = firstFailure;
      ended = unfinished == 0;
    }
    if (failure != null) {
      rethrow(failure);
    }
    return ended;
  }

  private static void rethrow(Throwable failure) throws IOException, InterruptedException {
    switch (failure) {
      case IOException cause -> throw cause;
      case InterruptedException cause -> throw cause;
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void work() {
    for (Submitted<?> task = next(); task != null; task = next()) {
      task.run();
      // Clears an interruption of this task, which must not reach the next one.
      Thread.interrupted();
    }
  }

  private synchronized @Nullable Submitted<?> next() {
    while (queue.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException ofATask) {
        if (closed) {
          return null;
        }
      }
    }
    return closed ? null : queue.remove();
  }

  /**
   * Interrupts running tasks, drops tasks that have not started and waits for the threads to end.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      queue.clear();
      notifyAll();
    }
    for (Thread thread : threads) {
      thread.interrupt();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
