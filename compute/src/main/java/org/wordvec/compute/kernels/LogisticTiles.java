package org.wordvec.compute.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Scratch memory for all tiles of a window, and the labels and rates of their products.
 *
 * <p>A tile's pattern has a bit for each product that exists, and eight bits on, one for each whose
 * label is 1. There are few patterns, so the vectors of labels and rates are kept for all of them.
 * Belongs to one thread.
 */
final class LogisticTiles {
  private static final int TILE_BYTES = LogisticKernel.SUM_BYTES + LogisticKernel.COEFFICIENT_BYTES;

  private final Arena arena;
  private final MemorySegment labelVectors;
  private final MemorySegment rateVectors;
  private MemorySegment scratch;
  private long base;
  private int[] patterns;
  private float ratesFor = Float.NaN;

  LogisticTiles(Arena arena) {
    this.arena = arena;
    int vectors = 1 << LogisticKernel.PRODUCTS;
    labelVectors = arena.allocate((long) vectors * LogisticKernel.COEFFICIENT_BYTES, 64);
    rateVectors = arena.allocate((long) vectors * LogisticKernel.COEFFICIENT_BYTES, 64);
    for (int vector = 0; vector < vectors; vector++) {
      for (int lane = 0; lane < LogisticKernel.PRODUCTS; lane++) {
        set(labelVectors, vector, lane, ((vector >> lane) & 1) == 1 ? 0.5f : -0.5f);
      }
    }
    patterns = new int[16];
    scratch = arena.allocate((long) patterns.length * TILE_BYTES, 64);
    base = scratch.address();
  }

  void reserve(int tiles) {
    if (tiles > patterns.length) {
      patterns = new int[2 * tiles];
      scratch = arena.allocate((long) patterns.length * TILE_BYTES, 64);
      base = scratch.address();
    }
  }

  long sums(int tile) {
    return base + (long) tile * TILE_BYTES;
  }

  long coefficients(int tile) {
    return sums(tile) + LogisticKernel.SUM_BYTES;
  }

  /** Computes the coefficients of two inputs and up to four outputs, whose pattern both share. */
  void computePair(int tile, int pattern, boolean secondExists, float rate) {
    int second = secondExists ? pattern : 0;
    computeSingle(tile, pattern | (second << (LogisticKernel.PRODUCTS / 2)), rate);
  }

  /** Computes the coefficients of one input and the outputs of a pattern. */
  void computeSingle(int tile, int pattern, float rate) {
    if (rate != ratesFor) {
      writeRates(rate);
    }
    patterns[tile] = pattern;
    int present = pattern & ((1 << LogisticKernel.PRODUCTS) - 1);
    int label = pattern >> LogisticKernel.PRODUCTS;
    LogisticKernel.coefficients(
        sums(tile),
        labelVectors.address() + (long) label * LogisticKernel.COEFFICIENT_BYTES,
        rateVectors.address() + (long) present * LogisticKernel.COEFFICIENT_BYTES,
        coefficients(tile));
  }

  /** Returns the sum of -ln(probability of the label), from coefficients rate (label - sigmoid). */
  double loss(int tiles, float rate) {
    double loss = 0;
    for (int tile = 0; tile < tiles; tile++) {
      for (int lane = 0; lane < LogisticKernel.PRODUCTS; lane++) {
        if (((patterns[tile] >> lane) & 1) == 1) {
          float coefficient =
              scratch.get(
                  ValueLayout.JAVA_FLOAT,
                  (long) tile * TILE_BYTES + LogisticKernel.SUM_BYTES + 4L * lane);
          loss -= Math.log1p(-Math.min(Math.abs(coefficient / rate), 1 - 1e-6));
        }
      }
    }
    return loss;
  }

  private void writeRates(float rate) {
    ratesFor = rate;
    for (int vector = 0; vector < 1 << LogisticKernel.PRODUCTS; vector++) {
      for (int lane = 0; lane < LogisticKernel.PRODUCTS; lane++) {
        set(rateVectors, vector, lane, ((vector >> lane) & 1) == 1 ? rate : 0);
      }
    }
  }

  private static void set(MemorySegment vectors, int vector, int lane, float value) {
    vectors.setAtIndex(
        ValueLayout.JAVA_FLOAT, (long) vector * LogisticKernel.COEFFICIENT_FLOATS + lane, value);
  }
}
