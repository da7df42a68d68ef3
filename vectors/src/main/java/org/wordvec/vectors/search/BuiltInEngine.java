package org.wordvec.vectors.search;

import org.wordvec.compute.FloatRows;
import org.wordvec.compute.search.DotProducts;

/** Multiplies with the built-in kernels. */
record BuiltInEngine() implements SearchEngine {
  @Override
  public Products over(FloatRows rows, int count) {
    return (queries, queryCount, firstRow, rowCount, products) ->
        DotProducts.INSTANCE.multiply(
            queries.slice(0, queryCount), rows, firstRow, rowCount, products);
  }
}
