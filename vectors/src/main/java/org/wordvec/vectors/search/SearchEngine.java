package org.wordvec.vectors.search;

import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/**
 * Multiplies matrices when many words are searched at once. Plug-ins provide other engines than the
 * built-in one; they are found by {@link java.util.ServiceLoader}.
 */
public interface SearchEngine {
  /** The built-in kernels. */
  SearchEngine BUILT_IN = new BuiltInEngine();

  /**
   * Prepares products with the first {@code count} rows, which must not be modified afterwards.
   *
   * @throws org.wordvec.compute.UnavailableException if this engine does not work on this machine
   */
  Products over(FloatRows rows, int count);

  /** Computes dot products with rows. Safe for use by several threads. */
  interface Products {
    /**
     * Sets {@code products[q * rowCount + r]} to the dot product, in float32, of query {@code q} of
     * the first {@code queryCount} with row {@code firstRow + r}.
     */
    void multiply(Matrix queries, int queryCount, int firstRow, int rowCount, float[] products);
  }
}
