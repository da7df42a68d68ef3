package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Prefetch;
import org.wordvec.compute.simd.Rows;
import org.wordvec.compute.simd.Simd;
import org.wordvec.compute.training.LossMeter;

/**
 * Trains the rows of one window against its outputs: each input row (skip-gram) or the mean of all
 * (CBOW, FastText) is to tell the outputs with label 1 from those with label 0.
 *
 * <p>All inputs of a window share the same outputs, and what changes is computed from the rows as
 * they were, so that a window is three small matrix products instead of many vector products (Ji et
 * al. 2016, arXiv:1604.04661, section 3). word2vec.c draws new noise words for every input of a
 * skip-gram window and updates after each; then a row that one input has changed is used for the
 * next, which pulls the words of a window towards each other.
 *
 * <p>Rows are named by their numbers, which are checked. A window is first written into lists, and
 * the caller keeps count of what is in them:
 *
 * <pre>
 *   window.setInput(0, 17);
 *   window.setInput(1, 23);
 *   int end = window.addOutput(0, 4, true);
 *   end = window.addOutput(end, 99, false);
 *   window.trainEach(2, end, 0.025f, null);
 * </pre>
 *
 * <p>Holds scratch memory and belongs to one thread, which should also create it; the matrices may
 * be shared with other threads, and their arenas must stay open.
 */
public final class LogisticWindow {
  private final Matrix inputs;
  private final long inputBase;
  private final long inputRowBytes;
  private final ThreadLocalRows outputRows;
  private final long hidden;
  private final long gradient;
  private final long nullRow;
  private final int bytes;
  private final int step = Simd.VECTOR_BYTES;
  private final int next = Long.BYTES;
  private final RowList rows;
  private final OutputBlocks outputs;
  private final OutputBlocks separated;
  private final LogisticCoefficients coefficients;

  /** A list that has only the mean. */
  private final RowList mean;

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
    Matrix scratch = Matrix.allocate(arena, 2, dimensions);
    this.hidden = Addresses.of(scratch, 0);
    this.gradient = Addresses.of(scratch, 1);
    Matrix nullRows = Matrix.allocate(arena, OutputBlocks.OUTPUTS, dimensions);
    this.nullRow = Addresses.of(nullRows, 0);
    this.bytes = Rows.bytes(dimensions);
    this.rows = new RowList(arena);
    this.mean = new RowList(arena);
    this.mean.set(0, hidden);
    this.outputs = new OutputBlocks(arena, nullRows);
    this.separated = new OutputBlocks(arena, nullRows);
    this.coefficients = new LogisticCoefficients(arena);
  }

  /**
   * Sets an input row.
   *
   * @param place from 0; the places before it are set
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public void setInput(int place, int row) {
    rows.set(place, inputBase + Objects.checkIndex(row, inputs.rows()) * inputRowBytes);
  }

  /**
   * Adds an output row.
   *
   * @param end what the call before returned; 0 for the window's first
   * @return the end of the window's outputs
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int addOutput(int end, int row, boolean label) {
    return outputs.add(end, outputRows.use(row), label);
  }

  /**
   * Creates another window over the same matrices and the same copies, to be filled while this one
   * waits to be trained.
   *
   * @param arena owns the scratch memory
   */
  public LogisticWindow another(Arena arena) {
    return new LogisticWindow(arena, inputs, outputRows, inputs.dimensions());
  }

  /**
   * Asks the processor to fetch some of the input rows and all output rows, which it does while
   * another window is trained.
   *
   * @param from the first of the inputs
   * @param count of all inputs
   * @param end of the outputs
   */
  public void fetch(int from, int count, int end) {
    Prefetch.rows(rows.address() + from * (long) next, count - from, bytes);
    int blocks = outputs.complete(end);
    for (int index = 0; index < blocks; index++) {
      long block = outputs.block(index);
      Prefetch.rows(block, OutputBlocks.count(block), bytes);
    }
  }

  /** Merges the copies of output rows that were used with the shared rows. */
  public void exchange() {
    outputRows.exchange();
  }

  /**
   * Trains each input row against all outputs (skip-gram), in blocks of six outputs, one block
   * after the other, each from the rows as it finds them. An output whose row its block has already
   * begins a new block. An input that is named twice is changed in turn.
   *
   * @param count of inputs
   * @param end of the outputs
   * @param meter counts a prediction for each input, unless null
   */
  public void trainEach(int count, int end, float rate, @Nullable LossMeter meter) {
    try {
      // The products come in pairs.
      rows.set(count, nullRow);
      coefficients.reserve(count);
      OutputBlocks list = outputs;
      int blocks = outputs.complete(end);
      if (outputs.repeatsRow(blocks)) {
        list = separated;
        blocks = separated.copySeparated(outputs, blocks);
      }
      double loss = 0;
      for (int index = 0; index < blocks; index++) {
        long block = list.block(index);
        products(count, block);
        coefficients.compute(0, count, block, rate);
        loss += meter == null ? 0 : coefficients.loss(0, count, block, rate);
        update(count, block);
      }
      if (meter != null) {
        meter.add(loss, count);
      }
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }

  private void products(int count, long block) {
    long list = rows.address();
    long products = coefficients.address(0);
    if (WideLogisticKernel.FITS) {
      WideLogisticKernel.products(list, count * next, 2 * next, block, products, bytes, step);
    } else {
      LogisticKernel.products(list, count * next, next, block, products, bytes, step);
    }
  }

  private void update(int count, long block) {
    long list = rows.address();
    long factors = coefficients.address(0);
    int pairs = 0;
    if (WideLogisticKernel.FITS) {
      pairs = bytes - bytes % (2 * step);
      WideLogisticKernel.update(list, count * next, next, block, factors, pairs, 2 * step);
    }
    if (pairs < bytes) {
      LogisticKernel.update(list, count * next, next, block, factors, pairs, bytes, step);
    }
  }

  /**
   * Trains the mean h of the input rows against all outputs and adds its whole gradient to each
   * input row, as word2vec.c does (CBOW):
   *
   * <pre>
   *   g[o]    = rate (label[o] - sigmoid(h . out[o]))
   *   in'[i]  = in[i] + sum over o of g[o] out[o]
   *   out'[o] = out[o] + g[o] h
   * </pre>
   *
   * All g are computed before any row changes. An input that is named twice counts twice and is
   * changed twice; an output that is named twice is changed in turn.
   *
   * @param count of inputs, at least one
   * @param end of the outputs
   * @param predictions how many the meter is to count
   * @param meter unless null
   */
  public void trainMean(
      int count, int end, float rate, int predictions, @Nullable LossMeter meter) {
    try {
      Rows.mean(rows.address(), count, next, hidden, bytes, step);
      Rows.clear(gradient, bytes, step);
      int blocks = outputs.complete(end);
      // Every block has space for two inputs, as a vector may be that long.
      coefficients.reserve(2 * blocks);
      for (int index = 0; index < blocks; index++) {
        LogisticKernel.products(
            mean.address(),
            next,
            next,
            outputs.block(index),
            coefficients.address(2 * index),
            bytes,
            step);
      }
      double loss = 0;
      for (int index = 0; index < blocks; index++) {
        coefficients.compute(2 * index, 1, outputs.block(index), rate);
        loss += meter == null ? 0 : coefficients.loss(2 * index, 1, outputs.block(index), rate);
      }
      for (int index = 0; index < blocks; index++) {
        LogisticKernel.updateOne(
            hidden, gradient, outputs.block(index), coefficients.address(2 * index), bytes, step);
      }
      Rows.addToEach(gradient, rows.address(), count, next, bytes, step);
      if (meter != null) {
        meter.add(loss, predictions);
      }
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }
}
