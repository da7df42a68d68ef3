package org.wordvec.vectors.search;

import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/**
 * What multiplies matrices when many words are searched at once. Others than ours are reached
 * through a bridge that {@link java.util.ServiceLoader} finds.
 */
public interface SearchEngine {
  /** Our own kernels. */
  SearchEngine BUILT_IN = new BuiltInEngine();

  /**
   * Makes ready for products with the first {@code count} rows, which do not change from now on.
   *
   * @throws org.wordvec.compute.UnavailableException if this engine is of no use here
   */
  Products over(FloatRows rows, int count);

  /** Dot products with rows. Safe for use by several threads. */
  interface Products {
    /**
     * Sets {@code products[q * rowCount + r]} to the dot product, in float32, of query {@code q} of
     * the first {@code queryCount} with row {@code firstRow + r}.
     */
    void multiply(Matrix queries, int queryCount, int firstRow, int rowCount, float[] products);
  }
}
