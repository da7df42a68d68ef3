package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.util.Locale;
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
 * <p>Rows are named by their numbers, which are checked. A window is filled and then trained:
 *
 * <pre>
 *   sentence.add(17);
 *   sentence.add(23);
 *   window.clear();
 *   window.addInputs(sentence, 0, 2);
 *   window.addOutputs(new int[] {2 * 4, 2 * 99 + 1}, 0, 2);
 *   window.trainEach(0.025f, null);
 * </pre>
 *
 * <p>Holds scratch memory and belongs to one thread, which should also create it; the matrices may
 * be shared with other threads, and their arenas must stay open.
 */
public final class LogisticWindow {
  /**
   * Inputs that change an output together. The changes of all inputs of a wide window would add up
   * to a step that overshoots, and training diverge; pWord2Vec's batches are as large.
   */
  static final int INPUTS_TOGETHER = 16;

  private final Matrix inputs;
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
    this.outputRows = outputRows;
    Matrix scratch = Matrix.allocate(arena, 2, dimensions);
    this.hidden = Addresses.of(scratch, 0);
    this.gradient = Addresses.of(scratch, 1);
    Matrix nullRows = Matrix.allocate(arena, OutputBlocks.OUTPUTS, dimensions);
    this.nullRow = Addresses.of(nullRows, 0);
    this.bytes = Rows.bytes(dimensions);
    this.rows = new RowList(arena);
    this.mean = new RowList(arena);
    this.mean.add(hidden);
    this.outputs = new OutputBlocks(arena, nullRows);
    this.separated = new OutputBlocks(arena, nullRows);
    this.coefficients = new LogisticCoefficients(arena);
    coefficients.reserve(INPUTS_TOGETHER);
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

  /** Empties the window. */
  public void clear() {
    rows.clear();
    outputs.clear();
  }

  /**
   * Adds some of a sentence's rows to the inputs.
   *
   * @throws IndexOutOfBoundsException if the sentence has fewer
   * @throws IllegalArgumentException if they are rows of another matrix
   */
  public void addInputs(InputRows sentence, int from, int to) {
    if (sentence.matrix() != inputs) {
      throw new IllegalArgumentException("rows of another matrix are no inputs of this window");
    }
    rows.addAll(sentence.list(), from, to);
  }

  /** Returns whether the window has no input. */
  public boolean isEmpty() {
    return rows.size() == 0;
  }

  /**
   * Adds output rows.
   *
   * @param turns for each twice the number of the row, and 1 more where its label is 0, as {@code
   *     from} to {@code to} of a word's turns on its path down a Huffman tree
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public void addOutputs(int[] turns, int from, int to) {
    outputs.addAll(turns, from, to, outputRows);
  }

  /** Asks the processor to fetch the output rows, which it does while another window is trained. */
  public void fetchOutputs() {
    for (int index = 0; index < outputs.size(); index++) {
      long block = outputs.address(index);
      Prefetch.rows(block, OutputBlocks.count(block), bytes);
    }
  }

  /** Merges the copies of output rows that were used with the shared rows. */
  public void exchange() {
    outputRows.exchange();
  }

  /**
   * Trains each input row against all outputs (skip-gram), in blocks of six outputs, one block
   * after the other, each from the rows as it finds them; of more than {@value #INPUTS_TOGETHER}
   * inputs, so many after each other. An output whose row its block has already begins a new block.
   * An input that is named twice is changed in turn.
   *
   * @param meter counts a prediction for each input, unless null
   */
  public void trainEach(float rate, @Nullable LossMeter meter) {
    try {
      int count = rows.size();
      // The products come in pairs.
      rows.endWith(nullRow);
      OutputBlocks list = outputs;
      if (outputs.repeatsRow()) {
        list = separated;
        separated.copySeparated(outputs);
      }
      double loss = 0;
      for (int from = 0; from < count; from += INPUTS_TOGETHER) {
        int some = Math.min(count - from, INPUTS_TOGETHER);
        for (int index = 0; index < list.size(); index++) {
          long block = list.address(index);
          products(from, some, block);
          coefficients.compute(some, block, OutputBlocks.BLOCK_BYTES, rate);
          loss += meter == null ? 0 : coefficients.loss(some, 0, block, rate);
          update(from, some, block);
        }
      }
      if (meter != null) {
        meter.add(loss, count);
      }
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }

  private void products(int from, int count, long block) {
    long list = rows.address(from);
    long products = coefficients.address();
    int end = count * next;
    if (WideLogisticKernel.FITS) {
      WideLogisticKernel.products(list, end, 2 * next, block, products, bytes, step);
    } else {
      LogisticKernel.products(
          list, end, next, block, OutputBlocks.BLOCK_BYTES, products, bytes, step);
    }
  }

  private void update(int from, int count, long block) {
    long list = rows.address(from);
    long factors = coefficients.address();
    int end = count * next;
    int pairs = 0;
    if (WideLogisticKernel.FITS) {
      pairs = bytes - bytes % (2 * step);
      WideLogisticKernel.update(list, end, next, block, factors, pairs, 2 * step);
    }
    if (pairs < bytes) {
      LogisticKernel.update(list, end, next, block, factors, pairs, bytes, step);
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
   * <p>Without inputs nothing changes.
   *
   * @param predictions how many the meter is to count
   * @param meter unless null
   */
  public void trainMean(float rate, int predictions, @Nullable LossMeter meter) {
    try {
      int count = rows.size();
      if (count == 0) {
        return;
      }
      long list = rows.address(0);
      Rows.mean(list, count, next, hidden, bytes, step);
      Rows.clear(gradient, bytes, step);
      int blocks = outputs.size();
      long first = outputs.address(0);
      int end = blocks * OutputBlocks.BLOCK_BYTES;
      coefficients.reserveBlocks(blocks);
      long factors = coefficients.address();
      LogisticKernel.products(mean.address(0), next, next, first, end, factors, bytes, step);
      coefficients.compute(1, first, end, rate);
      LogisticKernel.updateOne(hidden, gradient, first, end, factors, bytes, step);
      Rows.addToEach(gradient, list, count, next, bytes, step);
      if (meter != null) {
        meter.add(lossOfMean(rate), predictions);
      }
    } finally {
      // The kernels see addresses only; the memory must not be freed under them.
      Reference.reachabilityFence(this);
    }
  }

  private double lossOfMean(float rate) {
    double loss = 0;
    for (int index = 0; index < outputs.size(); index++) {
      loss += coefficients.loss(1, index, outputs.address(index), rate);
    }
    return loss;
  }
}
