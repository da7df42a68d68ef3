package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Rows;
import org.wordvec.compute.simd.Simd;
import org.wordvec.compute.training.LossMeter;

/**
 * Trains the rows of one window against its outputs: each input row (skip-gram) or the mean of all
 * (CBOW) is to tell the outputs with label 1 from those with label 0.
 *
 * <p>All inputs of a window share the same outputs, and in skip-gram all coefficients are computed
 * before any row changes, so that the window is three small matrix products instead of many vector
 * products (Ji et al. 2016, arXiv:1604.04661, section 3). word2vec.c draws new noise words for
 * every input of a skip-gram window and updates after each; sharing them costs no accuracy. Rows
 * change tile by tile of two inputs and three or four outputs, so a later tile sees the rows that
 * an earlier one changed. CBOW and FastText compute and change six outputs at a time.
 *
 * <p>Rows are named by their numbers, which are checked. Holds scratch memory and belongs to one
 * thread; the matrices may be shared with other threads, and their arenas must stay open.
 */
public final class LogisticWindow {
  private static final int SINGLE_OUTPUTS = 6;

  private final Matrix inputs;
  private final long inputBase;
  private final long inputRowBytes;
  private final ThreadLocalRows outputRows;
  private final long hidden;
  private final long gradient;
  private final long nullRow;
  private final int bytes;
  private final int step = Simd.VECTOR_BYTES;
  private final LogisticTiles tiles;
  private long[] outputs = new long[4 * SINGLE_OUTPUTS];
  private boolean[] labels = new boolean[4 * SINGLE_OUTPUTS];
  private long[] firsts = new long[16];
  private long[] seconds = new long[16];
  private int size;

  /**
   * Creates a window over two matrices.
   *
   * @param arena owns the scratch memory
   * @param inputs rows that predict, {@code [rows, dimensions]}
   * @param outputs rows that are predicted, {@code [rows, dimensions]}
   * @throws IllegalArgumentException if the matrices differ in dimensions
   */
  public LogisticWindow(Arena arena, Matrix inputs, Matrix outputs) {
    this(arena, inputs, new ThreadLocalRows(arena, outputs, 0), outputs.dimensions());
  }

  /**
   * Creates a window whose thread works on copies of the last output rows, because all threads use
   * these rows all the time: without copies they would take each other's cache lines. The copies
   * are merged with the shared rows now and then, and by {@link #exchange}.
   *
   * @param arena owns the scratch memory
   * @param copies how many rows, at most all
   * @throws IllegalArgumentException if the matrices differ in dimensions
   */
  public static LogisticWindow withCopies(Arena arena, Matrix inputs, Matrix outputs, int copies) {
    return new LogisticWindow(
        arena, inputs, new ThreadLocalRows(arena, outputs, copies), outputs.dimensions());
  }

  private LogisticWindow(Arena arena, Matrix inputs, ThreadLocalRows outputRows, int dimensions) {
    if (inputs.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "inputs of %d dimensions do not predict outputs of %d",
              inputs.dimensions(),
              dimensions));
    }
    this.inputs = inputs;
    this.inputBase = inputs.segment().address();
    this.inputRowBytes = inputs.rowBytes();
    this.outputRows = outputRows;
    Matrix scratch = Matrix.allocate(arena, 3, dimensions);
    this.hidden = Addresses.of(scratch, 0);
    this.gradient = Addresses.of(scratch, 1);
    this.nullRow = Addresses.of(scratch, 2);
    this.bytes = Rows.bytes(dimensions);
    this.tiles = new LogisticTiles(arena);
  }

  /** Removes all outputs. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds an output row.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public void add(int output, boolean label) {
    if (size + SINGLE_OUTPUTS > outputs.length) {
      outputs = Arrays.copyOf(outputs, 2 * outputs.length);
      labels = Arrays.copyOf(labels, 2 * labels.length);
    }
    outputs[size] = outputRows.use(output);
    labels[size++] = label;
  }

  /** Merges the copies of output rows that were used with the shared rows. */
  public void exchange() {
    outputRows.exchange();
  }

  /**
   * Trains each input row against all outputs (skip-gram).
   *
   * @param rows numbers of input rows, {@code count} of them
   * @param meter counts {@code count} predictions, unless null
   * @throws IndexOutOfBoundsException if there is no such row; then nothing was trained
   */
  public void trainEach(int[] rows, int count, float rate, @Nullable LossMeter meter) {
    try {
      int pairs = pairUp(rows, count);
      int groups = Math.ceilDiv(size, 4);
      int fours = Math.max(0, size - 3 * groups);
      pad(3 * groups + fours);
      tiles.reserve(pairs * groups);
      int tile = 0;
      for (int group = 0, from = 0; group < groups; from += group++ < fours ? 4 : 3) {
        for (int pair = 0; pair < pairs; pair++) {
          products(pair, from, group < fours, tiles.sums(tile++));
        }
      }
      tile = 0;
      for (int group = 0, from = 0; group < groups; from += group++ < fours ? 4 : 3) {
        int pattern = pattern(from, group < fours ? 4 : 3);
        for (int pair = 0; pair < pairs; pair++) {
          tiles.computePair(tile++, pattern, seconds[pair] != nullRow, rate);
        }
      }
      tile = 0;
      for (int group = 0, from = 0; group < groups; from += group++ < fours ? 4 : 3) {
        for (int pair = 0; pair < pairs; pair++) {
          update(pair, from, group < fours, tiles.coefficients(tile++));
        }
      }
      if (meter != null) {
        meter.add(tiles.loss(tile, rate), count);
      }
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }

  private void products(int pair, int from, boolean four, long sums) {
    long a = firsts[pair];
    long b = seconds[pair];
    long o0 = outputs[from];
    long o1 = outputs[from + 1];
    long o2 = outputs[from + 2];
    if (four) {
      LogisticKernel.products(a, b, o0, o1, o2, outputs[from + 3], sums, bytes, step);
    } else {
      LogisticKernel.products(a, b, o0, o1, o2, sums, bytes, step);
    }
  }

  private void update(int pair, int from, boolean four, long coefficients) {
    long a = firsts[pair];
    long b = seconds[pair];
    long o0 = outputs[from];
    long o1 = outputs[from + 1];
    long o2 = outputs[from + 2];
    if (four) {
      LogisticKernel.update(a, b, o0, o1, o2, outputs[from + 3], coefficients, bytes, step);
    } else {
      LogisticKernel.update(a, b, o0, o1, o2, coefficients, bytes, step);
    }
  }

  /**
   * Trains the mean of the input rows against all outputs and adds the whole gradient to each input
   * row, as word2vec.c does (CBOW).
   *
   * @param rows numbers of input rows, {@code count} of them, at least one
   * @param meter counts one prediction, unless null
   * @throws IndexOutOfBoundsException if there is no such row; then nothing was trained
   */
  public void trainMean(int[] rows, int count, float rate, @Nullable LossMeter meter) {
    try {
      long[] addresses = addresses(rows, count);
      Rows.mean(addresses, count, hidden, bytes, step);
      Rows.clear(gradient, bytes, step);
      int singles = padToSingles();
      for (int tile = 0; tile < singles; tile++) {
        predict(tile, rate);
        update(tile, gradient);
      }
      Rows.addToEach(gradient, addresses, count, bytes, step);
      if (meter != null) {
        meter.add(tiles.loss(singles, rate), 1);
      }
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Trains as {@link #trainMean} does, but the mean h follows its gradient from one group of six
   * outputs to the next (FastText),
   *
   * <pre>
   *   g[o]    = rate (label[o] - sigmoid(h . out[o]))
   *   out'[o] = out[o] + g[o] h
   *   h'      = h + sum over o of g[o] out[o]
   * </pre>
   *
   * and what h has changed by in all is added to each input row. So it is as if the rows were
   * changed and their mean taken again after every group, as fastText does after every predicted
   * word; but they are read and written once. A row that is named twice counts twice and is changed
   * twice.
   *
   * @param rows numbers of input rows, {@code count} of them, at least one
   * @param predictions how many the meter, unless null, is to count; their loss is that before
   *     anything of the window is learnt
   * @throws IndexOutOfBoundsException if there is no such row; then nothing was trained
   */
  public void trainMovingMean(
      int[] rows, int count, float rate, int predictions, @Nullable LossMeter meter) {
    try {
      long[] addresses = addresses(rows, count);
      Rows.mean(addresses, count, hidden, bytes, step);
      Rows.copy(hidden, gradient, bytes, step);
      int singles = padToSingles();
      if (meter != null) {
        for (int tile = 0; tile < singles; tile++) {
          predict(tile, rate);
        }
        meter.add(tiles.loss(singles, rate), predictions);
      }
      for (int tile = 0; tile < singles; tile++) {
        predict(tile, rate);
        update(tile, hidden);
      }
      Rows.subtract(hidden, gradient, gradient, bytes, step);
      Rows.addToEach(gradient, addresses, count, bytes, step);
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }

  /** Returns the number of groups of six outputs, after filling up the last with rows of zeros. */
  private int padToSingles() {
    int singles = Math.ceilDiv(size, SINGLE_OUTPUTS);
    pad(singles * SINGLE_OUTPUTS);
    tiles.reserve(singles);
    return singles;
  }

  /** Computes the coefficients of the mean and six outputs. */
  private void predict(int tile, float rate) {
    int from = tile * SINGLE_OUTPUTS;
    LogisticKernel.products(
        hidden,
        outputs[from],
        outputs[from + 1],
        outputs[from + 2],
        outputs[from + 3],
        outputs[from + 4],
        outputs[from + 5],
        tiles.sums(tile),
        bytes,
        step);
    tiles.computeSingle(tile, pattern(from, SINGLE_OUTPUTS), rate);
  }

  /** Updates six outputs; the mean's own gradient is added to the row at {@code sum}. */
  private void update(int tile, long sum) {
    int from = tile * SINGLE_OUTPUTS;
    LogisticKernel.update(
        hidden,
        sum,
        outputs[from],
        outputs[from + 1],
        outputs[from + 2],
        outputs[from + 3],
        outputs[from + 4],
        outputs[from + 5],
        tiles.coefficients(tile),
        bytes,
        step);
  }

  /**
   * Pairs the inputs and returns the number of pairs; one that is left over, or precedes its equal,
   * is paired with a row of zeros.
   */
  private int pairUp(int[] rows, int count) {
    reserve(count);
    int pairs = 0;
    for (int i = 0; i < count; i++) {
      firsts[pairs] = address(rows[i]);
      boolean paired = i + 1 < count && rows[i + 1] != rows[i];
      seconds[pairs++] = paired ? address(rows[++i]) : nullRow;
    }
    return pairs;
  }

  private long[] addresses(int[] rows, int count) {
    reserve(count);
    for (int i = 0; i < count; i++) {
      firsts[i] = address(rows[i]);
    }
    return firsts;
  }

  private void reserve(int count) {
    if (firsts.length < count) {
      firsts = new long[2 * count];
      seconds = new long[2 * count];
    }
  }

  private long address(int row) {
    return inputBase + Objects.checkIndex(row, inputs.rows()) * inputRowBytes;
  }

  /** Puts rows of zeros behind the outputs. */
  private void pad(int filled) {
    Arrays.fill(outputs, size, filled, nullRow);
  }

  /**
   * Returns a bit for each output of a tile that exists, and from bit 8 on one for each label 1.
   */
  private int pattern(int from, int tileOutputs) {
    int count = Math.min(tileOutputs, size - from);
    int pattern = (1 << count) - 1;
    for (int i = 0; i < count; i++) {
      pattern |= labels[from + i] ? 1 << (LogisticKernel.PRODUCTS + i) : 0;
    }
    return pattern;
  }
}
