package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.wordvec.glove.entries.EntrySlice;
import org.wordvec.glove.entries.EntrySlice.Orientation;

/**
 * GloVe in plain loops, which the trainer is compared with.
 *
 * <p>Each word i has a vector w[i] and a bias b[i], and as a context j a vector c[j] and a bias
 * d[j], fitted to the logarithm of the co-occurrence count x[i][j] (Pennington, Socher and Manning
 * 2014, equations 8 and 9) by AdaGrad (section 4.2), on one entry after another. A parameter p with
 * gradient g keeps the sum of its squared steps, from 1 on:
 *
 * <pre>
 *   e    = w[i] . c[j] + b[i] + d[j] - log x[i][j]
 *   J    = sum over i and j of f(x[i][j]) / 2 * e^2,   f(x) = min(1, (x / xMax)^alpha)
 *   s    = rate * g              g of w[i] is f e c[j], that of b[i] is f e; c[j] and d[j] likewise
 *   p   -= s / sqrt(sum[p])
 *   sum += s^2
 * </pre>
 *
 * <p>In a row of words or contexts the bias is behind the vector.
 */
final class GloVeReference {
  private final int dimensions;
  private final double rate;
  private final double[][] words;
  private final double[][] contexts;
  private final double[][] wordSums;
  private final double[][] contextSums;

  /** Starts from the parameters that a training starts from. */
  GloVeReference(int vocabulary, GloVeConfig config) {
    dimensions = config.dimensions();
    rate = config.schedule().learningRate();
    words = new double[vocabulary][dimensions + 1];
    contexts = new double[vocabulary][dimensions + 1];
    wordSums = new double[vocabulary][dimensions + 1];
    contextSums = new double[vocabulary][dimensions + 1];
    Parameters start = GloVe.start(vocabulary, config, Arena.ofAuto());
    for (int word = 0; word < vocabulary; word++) {
      int row = word;
      Arrays.setAll(words[row], column -> start.words().value(row, column));
      Arrays.setAll(contexts[row], column -> start.contexts().value(row, column));
      contexts[row][dimensions] = start.contexts().value(row, dimensions + 1);
      Arrays.fill(wordSums[row], 1);
      Arrays.fill(contextSums[row], 1);
    }
  }

  /** Trains the entries of a slice, and returns the sum of their costs. */
  double train(EntrySlice slice) {
    double cost = 0;
    for (long at = 0; at < slice.entries().byteSize(); at += EntrySlice.ENTRY_BYTES) {
      int pair = slice.entries().get(ValueLayout.JAVA_INT, at);
      int row = slice.firstRow() + (pair >>> 16);
      int column = slice.firstColumn() + (pair & 0xFFFF);
      double log = slice.entries().get(ValueLayout.JAVA_FLOAT, at + 4);
      double weight = slice.entries().get(ValueLayout.JAVA_FLOAT, at + 8);
      if (slice.orientation() == Orientation.UPRIGHT) {
        cost += train(row, column, log, weight);
      } else if (row != column) {
        cost += train(column, row, log, weight);
      }
    }
    return cost;
  }

  /** Trains an entry, and returns its cost before. */
  private double train(int word, int context, double log, double weight) {
    double[] w = words[word];
    double[] c = contexts[context];
    double e = w[dimensions] + c[dimensions] - log;
    for (int i = 0; i < dimensions; i++) {
      e += w[i] * c[i];
    }
    for (int i = 0; i <= dimensions; i++) {
      double stepW = rate * weight * e * (i < dimensions ? c[i] : 1);
      double stepC = rate * weight * e * (i < dimensions ? w[i] : 1);
      w[i] -= stepW / Math.sqrt(wordSums[word][i]);
      c[i] -= stepC / Math.sqrt(contextSums[context][i]);
      wordSums[word][i] += stepW * stepW;
      contextSums[context][i] += stepC * stepC;
    }
    return weight / 2 * e * e;
  }

  double[] word(int word) {
    return words[word];
  }

  double[] context(int word) {
    return contexts[word];
  }
}
