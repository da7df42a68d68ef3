package org.wordvec.compute;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.wordvec.compute.Simd.MEMORY;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trains the mean h of many input rows against outputs, each with a label and a rate of its own:
 *
 * <pre>
 *   h = (in[0] + in[1] + ...) / count
 *   for six outputs at a time:
 *     g[o]   = rate[o] * (label[o] - sigmoid(h . out[o]))
 *     h     += sum over o of g[o] * out[o]
 *     out[o] += g[o] * h, with the h from before
 *   in[i] += what h has changed by in all
 * </pre>
 *
 * <p>h follows its gradient from one group of six to the next, as it would if the input rows were
 * changed and summed up again for every group; but they are read and written once. A row that is
 * named twice among the inputs counts twice and is changed twice.
 *
 * <p>Holds scratch memory and belongs to one thread. Rows may be shared with other threads.
 */
public final class MeanWindow {
  private static final int TILE = LogisticKernel.PRODUCTS;

  private final Arena arena;
  private final long hidden;
  private final long[] hiddenAlone;
  private final long change;
  private final long nullRow;
  private final long sums;
  private final int bytes;
  private final int step = Simd.VECTOR_BYTES;
  private long[] outputs = new long[0];
  private long labels;
  private long rates;
  private long coefficients;
  private int size;

  /**
   * For rows of matrices with so many dimensions.
   *
   * @param arena owns the scratch memory
   */
  public MeanWindow(Arena arena, int dimensions) {
    this.arena = arena;
    Matrix scratch = Matrix.allocate(arena, 3, dimensions);
    hidden = scratch.address(0);
    hiddenAlone = new long[] {hidden};
    change = scratch.address(1);
    nullRow = scratch.address(2);
    sums = arena.allocate(LogisticKernel.SUM_BYTES, LogisticKernel.GATE_BYTES).address();
    bytes = Rows.bytes(dimensions);
    grow(8 * TILE);
  }

  /** Forgets all outputs. */
  public void clear() {
    size = 0;
  }

  /** Adds an output row by its address. */
  public void add(long output, boolean label, float rate) {
    if (size == outputs.length) {
      grow(2 * size);
    }
    outputs[size] = output;
    MEMORY.set(JAVA_FLOAT, labels + 4L * size, label ? 0.5f : -0.5f);
    MEMORY.set(JAVA_FLOAT, rates + 4L * size, rate);
    size++;
  }

  /**
   * Trains the mean of the input rows against all outputs.
   *
   * @param inputs addresses of rows, {@code count} of them, at least one
   * @param meter counts the loss of the outputs in units of {@code rate}, as so many {@code
   *     predictions}; unless null
   */
  public void train(
      long[] inputs, int count, float rate, int predictions, @Nullable LossMeter meter) {
    while (size % TILE != 0) {
      add(nullRow, false, 0);
    }
    Rows.mean(inputs, count, hidden, bytes, step);
    Rows.mean(hiddenAlone, 1, change, bytes, step);
    for (int from = 0; from < size; from += TILE) {
      trainTile(from);
    }
    Rows.subtract(hidden, change, change, bytes, step);
    Rows.addToEach(change, inputs, count, bytes, step);
    if (meter != null) {
      meter.add(loss(rate), predictions);
    }
  }

  private void trainTile(int from) {
    long lane = 4L * from;
    long o0 = outputs[from];
    long o1 = outputs[from + 1];
    long o2 = outputs[from + 2];
    long o3 = outputs[from + 3];
    long o4 = outputs[from + 4];
    long o5 = outputs[from + 5];
    LogisticKernel.products(hidden, o0, o1, o2, o3, o4, o5, sums, bytes, step);
    LogisticKernel.coefficients(sums, labels + lane, rates + lane, coefficients + lane);
    // The gradient is added to the row that it is the gradient of.
    LogisticKernel.update(hidden, hidden, o0, o1, o2, o3, o4, o5, coefficients + lane, bytes, step);
  }

  /** Sum of -ln(probability of the label), read off the coefficients: rate (label - sigmoid). */
  private double loss(float unit) {
    double loss = 0;
    for (long lane = 0; lane < 4L * size; lane += 4) {
      float rate = MEMORY.get(JAVA_FLOAT, rates + lane);
      if (rate != 0) {
        float error = Math.abs(MEMORY.get(JAVA_FLOAT, coefficients + lane) / rate);
        loss -= rate / unit * Math.log1p(-Math.min(error, 1 - 1e-6));
      }
    }
    return loss;
  }

  /** A kernel reads and writes whole vectors, beyond the last tile too. */
  private void grow(int capacity) {
    long room = 4L * capacity + LogisticKernel.GATE_BYTES;
    MemorySegment grown = arena.allocate(3 * room, LogisticKernel.GATE_BYTES);
    MemorySegment.copy(MEMORY, labels, grown, 0, 4L * size);
    MemorySegment.copy(MEMORY, rates, grown, room, 4L * size);
    labels = grown.address();
    rates = labels + room;
    coefficients = rates + room;
    outputs = Arrays.copyOf(outputs, capacity);
  }
}
