package org.wordvec.deeplearning4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.vectors.search.SearchEngine;

/**
 * Computes matrix products with ND4J: on the CPU by OpenBLAS, or on a GPU if the bridge was built
 * for one. The rows are copied once, to the GPU's memory in that case.
 */
public final class Nd4jSearch implements SearchEngine {
  /** Creates the engine, for the service loader. */
  public Nd4jSearch() {}

  @Override
  public Products over(FloatRows rows, int count) {
    Nd4jBackend.check();
    return new Held(Nd4jArrays.of(rows, count));
  }

  private record Held(INDArray rows) implements Products {
    @Override
    public void multiply(
        Matrix queries, int queryCount, int firstRow, int rowCount, float[] products) {
      if (queryCount == 0 || rowCount == 0) {
        return;
      }
      INDArray result =
          Nd4j.gemm(
              Nd4jArrays.of(queries, queryCount),
              Nd4jArrays.rows(rows, firstRow, rowCount),
              false,
              true);
      // In row-major order; which order ND4J chooses depends on the backend.
      float[] byQuery = (result.ordering() == 'c' ? result : result.dup('c')).data().asFloat();
      System.arraycopy(byQuery, 0, products, 0, queryCount * rowCount);
      result.close();
    }
  }
}
