package org.wordvec.glove;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.AdaGradRows;

/**
 * The parameters of the model: a vector and a bias for every word, and again for every word as a
 * context.
 *
 * <p>The biases are columns of their own, each opposite a column of ones that never change, so that
 * one product of two rows is {@code w . c + b[w] + b[c]}, and AdaGrad treats a bias like any other
 * parameter, as in the paper and in GloVe 1.2. (GloVe's source of today has lost the learning rate
 * where it updates the biases.)
 *
 * @param words a row for each word: a vector, its bias, a one; behind it the sums of squares
 * @param contexts a row for each context: a vector, a one, its bias; behind it the sums of squares
 * @param dimensions length of a vector
 */
public record Parameters(AdaGradRows words, AdaGradRows contexts, int dimensions) {
  static Parameters allocate(Arena arena, int vocabulary, int dimensions, long seed) {
    AdaGradRows words = AdaGradRows.allocate(arena, vocabulary, dimensions + 2);
    AdaGradRows contexts = AdaGradRows.allocate(arena, vocabulary, dimensions + 2);
    words.fill(seed, 0, dimensions);
    contexts.fill(seed, 1, dimensions);
    words.freeze(dimensions + 1, 1);
    contexts.freeze(dimensions, 1);
    return new Parameters(words, contexts, dimensions);
  }

  /** Returns the parameters of a list of matrices: words, then contexts. */
  public static Parameters of(List<Matrix> list, int dimensions) {
    return new Parameters(
        AdaGradRows.of(list.getFirst(), dimensions + 2),
        AdaGradRows.of(list.getLast(), dimensions + 2),
        dimensions);
  }

  /** Returns the matrices of both: words, then contexts. */
  public List<Matrix> list() {
    return List.of(words.matrix(), contexts.matrix());
  }

  /** Creates the vectors that training returns, by rank. */
  public Matrix output(OutputVectors output, Arena arena) {
    return output(output, words.rows(), dimensions, words::value, contexts::value, arena);
  }

  /** Reads the values of a matrix. */
  @FunctionalInterface
  public interface Value {
    /** Returns the value of a row and a column, from 0. */
    float at(int row, int column);
  }

  /**
   * Creates the vectors that training returns from values of words and contexts, wherever these
   * are.
   */
  public static Matrix output(
      OutputVectors output, int rows, int dimensions, Value word, Value context, Arena arena) {
    int length = output == OutputVectors.BOTH ? 2 * dimensions : dimensions;
    Matrix matrix = Matrix.allocate(arena, rows, length);
    Value value =
        switch (output) {
          case SUM -> (row, column) -> word.at(row, column) + context.at(row, column);
          case WORD -> word;
          case BOTH ->
              (row, column) ->
                  column < dimensions ? word.at(row, column) : context.at(row, column - dimensions);
        };
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < length; column++) {
        matrix.set(row, column, value.at(row, column));
      }
    }
    return matrix;
  }
}
