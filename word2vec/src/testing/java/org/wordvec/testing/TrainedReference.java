package org.wordvec.testing;

import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/**
 * A reference that was trained.
 *
 * @param start the input vectors before
 * @param inputs the input vectors
 * @param losses mean loss per prediction of each epoch
 */
public record TrainedReference(Matrix start, List<double[]> inputs, List<Double> losses) {
  /** Returns how far input vectors are from these, in parts of the way from the start to these. */
  public double deviation(FloatRows found) {
    double error = 0;
    double learnt = 0;
    for (int row = 0; row < inputs.size(); row++) {
      for (int column = 0; column < inputs.get(row).length; column++) {
        double value = inputs.get(row)[column];
        error += Math.pow(value - found.get(row, column), 2);
        learnt += Math.pow(value - start.get(row, column), 2);
      }
    }
    return Math.sqrt(error / learnt);
  }

  /** Returns the rows of a matrix in double precision. */
  public static List<double[]> rows(Matrix matrix) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(
            row ->
                IntStream.range(0, matrix.dimensions())
                    .mapToDouble(column -> matrix.get(row, column))
                    .toArray())
        .toList();
  }
}
