package org.wordvec.vectors.search;

import org.wordvec.compute.FloatRows;
import org.wordvec.compute.VectorApi;
import org.wordvec.compute.search.DotProducts;
import org.wordvec.compute.search.ScalarProducts;

/** The built-in kernels, or scalar loops if the Vector API is not loaded. */
record BuiltInEngine() implements SearchEngine {
  @Override
  public Products over(FloatRows rows, int count) {
    return (queries, queryCount, firstRow, rowCount, products) -> {
      if (VectorApi.isPresent()) {
        DotProducts.multiply(queries, 0, queryCount, rows, firstRow, rowCount, products);
      } else {
        ScalarProducts.multiply(queries, 0, queryCount, rows, firstRow, rowCount, products);
      }
    };
  }
}
