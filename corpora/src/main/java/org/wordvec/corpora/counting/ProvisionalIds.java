package org.wordvec.corpora.counting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores the token numbers of all blocks until the final ids are known: on the heap up to a budget,
 * the remainder in a temporary file. Safe for use by several threads.
 */
public final class ProvisionalIds implements AutoCloseable {
  private final long budget;
  private final List<@Nullable Run> runs = new ArrayList<>();
  private long held;
  private @Nullable FileChannel file;
  private long fileBytes;

  /** The token numbers of a block, and the worker whose table they refer to. */
  private record Run(int worker, Numbers numbers) {}

  /** Loads the numbers from where they are stored. */
  @FunctionalInterface
  private interface Numbers {
    int[] get() throws IOException;
  }

  /**
   * Creates an empty store.
   *
   * @param budget number of bytes that may be used on the heap
   */
  public ProvisionalIds(long budget) {
    this.budget = budget;
  }

  /**
   * Stores the token numbers of a block.
   *
   * @param sequence number of the block, from 0
   * @param worker worker whose table the numbers refer to
   * @param numbers token numbers; must not be modified afterwards
   */
  public void put(long sequence, int worker, int[] numbers) throws IOException {
    Run run = new Run(worker, reserve(numbers.length) ? () -> numbers : spill(numbers));
    synchronized (this) {
      while (runs.size() <= sequence) {
        runs.add(null);
      }
      runs.set((int) sequence, run);
    }
  }

  synchronized int blocks() {
    return runs.size();
  }

  int worker(int block) {
    return run(block).worker();
  }

  int[] numbers(int block) throws IOException {
    return run(block).numbers().get();
  }

  @Override
  public synchronized void close() throws IOException {
    FileChannel open = file;
    if (open != null) {
      open.close();
    }
  }

  private synchronized Run run(int block) {
    return java.util.Objects.requireNonNull(runs.get(block));
  }

  private synchronized boolean reserve(int length) {
    long bytes = 4L * length;
    if (held + bytes > budget) {
      return false;
    }
    held += bytes;
    return true;
  }

  private Numbers spill(int[] numbers) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4 * numbers.length);
    buffer.asIntBuffer().put(numbers);
    FileChannel channel = channel();
    long place = claim(buffer.capacity());
    SpillFile.write(channel, buffer, place);
    int length = numbers.length;
    return () -> read(place, length);
  }

  private synchronized long claim(int bytes) {
    long place = fileBytes;
    fileBytes += bytes;
    return place;
  }

  private synchronized FileChannel channel() throws IOException {
    FileChannel open = file;
    if (open == null) {
      open = SpillFile.open("wordvec-tokens");
      file = open;
    }
    return open;
  }

  private int[] read(long place, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4 * length);
    SpillFile.read(channel(), buffer, place);
    int[] numbers = new int[length];
    buffer.flip().asIntBuffer().get(numbers);
    return numbers;
  }
}
