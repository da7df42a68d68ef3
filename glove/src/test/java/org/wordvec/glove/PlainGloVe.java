package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.wordvec.glove.EntrySlice.Orientation;

/** GloVe as one would write it down: in double precision, an entry after the other. */
final class PlainGloVe {
  private final int dimensions;
  private final double rate;
  private final double[][] words;
  private final double[][] contexts;
  private final double[][] wordSums;
  private final double[][] contextSums;

  /** With the start of the real one. */
  PlainGloVe(int vocabulary, GloVeConfig config) {
    dimensions = config.dimensions();
    rate = config.schedule().learningRate();
    words = new double[vocabulary][dimensions + 1];
    contexts = new double[vocabulary][dimensions + 1];
    wordSums = new double[vocabulary][dimensions + 1];
    contextSums = new double[vocabulary][dimensions + 1];
    try (Arena arena = Arena.ofShared()) {
      Parameters start =
          Parameters.allocate(arena, vocabulary, dimensions, config.execution().seed());
      for (int word = 0; word < vocabulary; word++) {
        for (int column = 0; column < dimensions; column++) {
          words[word][column] = start.words().value(word, column);
          contexts[word][column] = start.contexts().value(word, column);
        }
        words[word][dimensions] = start.words().value(word, dimensions);
        contexts[word][dimensions] = start.contexts().value(word, dimensions + 1);
        java.util.Arrays.fill(wordSums[word], 1);
        java.util.Arrays.fill(contextSums[word], 1);
      }
    }
  }

  /** Trains all entries and answers their mean cost. */
  double epoch(List<EntrySlice> slices, EpochOrder order, int epoch) {
    double cost = 0;
    int entries = 0;
    for (int place = 0; place < slices.size(); place++) {
      EntrySlice slice = slices.get(order.slice(epoch, place));
      for (int entry = 0; entry < slice.size(); entry++) {
        long at = (long) entry * EntrySlice.ENTRY_BYTES;
        int pair = slice.entries().get(ValueLayout.JAVA_INT, at);
        int row = slice.firstRow() + (pair >>> 16);
        int column = slice.firstColumn() + (pair & 0xFFFF);
        boolean upright = slice.orientation() == Orientation.UPRIGHT;
        if (upright || row != column) {
          double log = slice.entries().get(ValueLayout.JAVA_FLOAT, at + 4);
          double weight = slice.entries().get(ValueLayout.JAVA_FLOAT, at + 8);
          cost += train(upright ? row : column, upright ? column : row, log, weight);
          entries++;
        }
      }
    }
    return cost / entries;
  }

  private double train(int word, int context, double log, double weight) {
    double[] w = words[word];
    double[] c = contexts[context];
    double difference = w[dimensions] + c[dimensions] - log;
    for (int i = 0; i < dimensions; i++) {
      difference += w[i] * c[i];
    }
    double gradient = weight * difference;
    for (int i = 0; i <= dimensions; i++) {
      double stepW = rate * gradient * (i < dimensions ? c[i] : 1);
      double stepC = rate * gradient * (i < dimensions ? w[i] : 1);
      w[i] -= stepW / Math.sqrt(wordSums[word][i]);
      c[i] -= stepC / Math.sqrt(contextSums[context][i]);
      wordSums[word][i] += stepW * stepW;
      contextSums[context][i] += stepC * stepC;
    }
    return gradient * difference / 2;
  }

  double word(int word, int column) {
    return words[word][column];
  }

  double context(int word, int column) {
    return contexts[word][column];
  }
}
