package org.wordvec.spark.counting;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Turns a producer, which calls a sink with its results, into an iterator, which Spark needs. A
 * thread produces up to {@value #AHEAD} results ahead. The thread ends with the task.
 */
final class ProducerIterator<T> implements Iterator<T> {
  private static final int AHEAD = 4;

  private final BlockingQueue<Item<T>> queue = new ArrayBlockingQueue<>(AHEAD);
  private @Nullable Item<T> next;

  /** A result, or the end of all, with the failure that caused it if there was one. */
  private record Item<T>(@Nullable T value, @Nullable Throwable failure) {}

  /** Receives results. */
  @FunctionalInterface
  interface Sink<T> {
    void put(T value) throws InterruptedException;
  }

  /** Calls a sink with its results, one after the other. */
  @FunctionalInterface
  interface Producer<T> {
    void produce(Sink<T> sink) throws IOException, InterruptedException;
  }

  /** Starts the thread. */
  ProducerIterator(Producer<T> producer) {
    Thread thread = new Thread(() -> run(producer), "wordvec-producer");
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
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

  /** Throws a failure of any kind without declaring it, as Spark's own code in Scala does. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException thrown(Throwable failure) throws E {
    throw (E) failure;
  }
}
