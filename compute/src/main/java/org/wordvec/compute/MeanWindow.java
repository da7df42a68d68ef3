package org.wordvec.compute;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.wordvec.compute.Simd.MEMORY;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

public final class MeanWindow {
  private static final int TILE = LogisticKernel.PRODUCTS;
  private static final boolean BATCH = Boolean.getBoolean("exp.batch");

  private final Arena arena;
  private final long hidden;
  private final long start;
  private final long nullRow;
  private final long sums;
  private final int bytes;
  private final int step = Simd.VECTOR_BYTES;
  private long[] outputs = new long[0];
  private long labels;
  private long rates;
  private long coefficients;
  private int size;

  public MeanWindow(Arena arena, int dimensions) {
    this.arena = arena;
    Matrix scratch = Matrix.allocate(arena, 3, dimensions);
    hidden = scratch.address(0);
    start = scratch.address(1);
    nullRow = scratch.address(2);
    sums = arena.allocate(LogisticKernel.SUM_BYTES, 64).address();
    bytes = Rows.bytes(dimensions);
    grow(8 * TILE);
  }

  public void clear() {
    size = 0;
  }

  public void add(long output, boolean label, float rate) {
    if (size + TILE > outputs.length) {
      grow(2 * outputs.length);
    }
    outputs[size] = output;
    MEMORY.set(JAVA_FLOAT, labels + 4L * size, label ? 0.5f : -0.5f);
    MEMORY.set(JAVA_FLOAT, rates + 4L * size, rate);
    size++;
  }

  private void grow(int capacity) {
    long floats = 4L * (capacity + LogisticKernel.GATE_FLOATS);
    long newLabels = arena.allocate(floats, 64).address();
    long newRates = arena.allocate(floats, 64).address();
    if (size > 0) {
      java.lang.foreign.MemorySegment.copy(MEMORY, labels, MEMORY, newLabels, 4L * size);
      java.lang.foreign.MemorySegment.copy(MEMORY, rates, MEMORY, newRates, 4L * size);
    }
    labels = newLabels;
    rates = newRates;
    coefficients = arena.allocate(floats, 64).address();
    outputs = Arrays.copyOf(outputs, capacity);
  }

  public void train(long[] inputs, int count, float rate, int predictions, @Nullable LossMeter meter) {
    Rows.mean(inputs, count, hidden, bytes, step);
    Rows.mean(new long[] {hidden}, 1, start, bytes, step);
    pad();
    long gradient = hidden;
    if (BATCH) {
      gradient = start;
      Rows.clear(start, bytes, step);
    }
    for (int from = 0; from < size; from += TILE) {
      long lane = 4L * from;
      LogisticKernel.products(
          hidden, outputs[from], outputs[from + 1], outputs[from + 2], outputs[from + 3],
          outputs[from + 4], outputs[from + 5], sums, bytes, step);
      LogisticKernel.coefficients(sums, labels + lane, rates + lane, coefficients + lane);
      LogisticKernel.update(
          hidden, gradient, outputs[from], outputs[from + 1], outputs[from + 2], outputs[from + 3],
          outputs[from + 4], outputs[from + 5], coefficients + lane, bytes, step);
    }
    if (!BATCH) {
      for (long at = 0; at < bytes; at += step) {
        Simd.store(Simd.load(hidden + at).sub(Simd.load(start + at)), start + at);
      }
    }
    Rows.addToEach(start, inputs, count, bytes, step);
    if (meter != null) {
      meter.add(loss(rate), predictions);
    }
  }

  private void pad() {
    while (size % TILE != 0) {
      add(nullRow, false, 0);
    }
  }

  private double loss(float rate) {
    double loss = 0;
    for (long lane = 0; lane < 4L * size; lane += 4) {
      float own = MEMORY.get(JAVA_FLOAT, rates + lane);
      if (own > 0) {
        float error = Math.abs(MEMORY.get(JAVA_FLOAT, coefficients + lane) / own);
        loss -= own / rate * Math.log1p(-Math.min(error, 1 - 1e-6));
      }
    }
    return loss;
  }
}
