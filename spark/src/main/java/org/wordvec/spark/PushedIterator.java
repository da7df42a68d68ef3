package org.wordvec.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Turns what hands over its results into what is asked for them, as Spark asks: a thread produces a
 * few ahead and waits. The thread ends with the task.
 */
final class PushedIterator<T> implements Iterator<T> {
  private static final int AHEAD = 4;

  private final BlockingQueue<Item<T>> queue = new ArrayBlockingQueue<>(AHEAD);
  private @Nullable Item<T> next;

  /** A result, or the end, by a failure or without. */
  private record Item<T>(@Nullable T value, @Nullable Throwable failure) {}

  /** Takes results. */
  @FunctionalInterface
  interface Sink<T> {
    void put(T value) throws InterruptedException;
  }

  /** Hands over results. */
  @FunctionalInterface
  interface Producer<T> {
    void produce(Sink<T> sink) throws IOException, InterruptedException;
  }

  PushedIterator(Producer<T> producer) {
    Thread thread = new Thread(() -> run(producer), "wordvec-producer");
    thread.setDaemon(true);
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    thread.setContextClassLoader(loader);
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener((TaskCompletionListener) done -> thread.interrupt());
    }
    thread.start();
  }

  private void run(Producer<T> producer) {
    try {
      Throwable failure = null;
      try {
        producer.produce(value -> queue.put(new Item<>(value, null)));
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
      queue.put(new Item<>(null, failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    return peek().value() != null;
  }

  @Override
  public T next() {
    T value = peek().value();
    if (value == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return value;
  }

  private Item<T> peek() {
    Item<T> item = next;
    if (item == null) {
      try {
        item = queue.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      next = item;
    }
    Throwable failure = item.failure();
    if (failure != null) {
      throw thrown(failure);
    }
    return item;
  }

  /** The same failure, whatever its kind, as Spark's own code in Scala throws it. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException thrown(Throwable failure) throws E {
    throw (E) failure;
  }
}
