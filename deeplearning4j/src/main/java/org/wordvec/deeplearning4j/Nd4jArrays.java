package org.wordvec.deeplearning4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/** Copies between our matrices and ND4J's, in blocks, so that there is no third copy of all. */
final class Nd4jArrays {
  private static final int BLOCK_VALUES = 1 << 20;

  private Nd4jArrays() {}

  /** Returns a copy of the first {@code rows} rows of a matrix, shape [rows, dimensions]. */
  static INDArray of(FloatRows matrix, int rows) {
    return of(matrix, rows, rows);
  }

  /** Returns the same, followed by rows of zeros, shape [allRows, dimensions]. */
  static INDArray of(FloatRows matrix, int rows, int allRows) {
    int columns = matrix.dimensions();
    INDArray array = Nd4j.create(DataType.FLOAT, new long[] {allRows, columns}, 'c');
    int step = Math.max(1, BLOCK_VALUES / columns);
    for (int first = 0; first < rows; first += step) {
      int count = Math.min(step, rows - first);
      float[] block = new float[count * columns];
      for (int row = 0; row < count; row++) {
        System.arraycopy(matrix.row(first + row), 0, block, row * columns, columns);
      }
      rows(array, first, count).assign(Nd4j.create(block, new int[] {count, columns}, 'c'));
    }
    return array;
  }

  /** Copies an array into a matrix of the same shape. */
  static void copy(INDArray array, Matrix matrix) {
    int columns = matrix.dimensions();
    int step = Math.max(1, BLOCK_VALUES / columns);
    float[] row = new float[columns];
    for (int first = 0; first < matrix.rows(); first += step) {
      int count = Math.min(step, matrix.rows() - first);
      float[] block = rows(array, first, count).dup('c').data().asFloat();
      for (int i = 0; i < count; i++) {
        System.arraycopy(block, i * columns, row, 0, columns);
        matrix.setRow(first + i, row);
      }
    }
  }

  /** Returns a view of some rows, shape [count, columns]. */
  static INDArray rows(INDArray array, int first, int count) {
    return array.get(NDArrayIndex.interval(first, first + count), NDArrayIndex.all());
  }
}
