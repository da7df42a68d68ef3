package org.wordvec.compute.search;

import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.VectorApi;

/**
 * Dot products of queries with rows: {@code Q Rᵀ} in float32. {@link #INSTANCE} is the
 * implementation for this JVM: SIMD, or plain loops where the JVM was started without the Vector
 * API. The two may differ in the last digits. Stateless; safe for use by several threads.
 */
public sealed interface DotProducts permits VectorProducts, ScalarProducts {
  /** The implementation for this JVM, chosen once. */
  DotProducts INSTANCE = VectorApi.isPresent() ? new VectorProducts() : new ScalarProducts();

  /**
   * Sets {@code products[q * rowCount + r]} to the dot product of query {@code q} with row {@code
   * firstRow + r}.
   *
   * @param queries {@code [queries, dimensions]}
   * @param rows {@code [rows, dimensions]}
   * @param products row-major {@code [queries, rowCount]}, or longer
   * @throws IllegalArgumentException if queries and rows differ in dimensions
   * @throws IndexOutOfBoundsException if the range leaves the rows or {@code products} is too short
   */
  void multiply(Matrix queries, FloatRows rows, int firstRow, int rowCount, float[] products);

  /**
   * Sets {@code products[r]} to the dot product of one query with row {@code firstRow + r}, and
   * {@code squares[r]} to that of the row with itself, reading each row once. Products are those of
   * {@link #multiply} for one query. Squares are summed in float32: where values are outside 1e-15
   * to 1e15 they overflow to infinity or vanish, and of a row that holds NaN or an infinite value
   * they are not finite.
   *
   * @param query a matrix whose first row is the query
   * @throws IllegalArgumentException if query and rows differ in dimensions
   * @throws IndexOutOfBoundsException if there is no query, the range leaves the rows, or an array
   *     is too short
   */
  void measure(
      Matrix query, FloatRows rows, int firstRow, int rowCount, float[] products, float[] squares);

  /**
   * Returns queries that are multiplied with the rows block by block, which is faster for many
   * queries; nothing where there are only plain loops.
   */
  Optional<QueryTiles> tiles(Matrix queries);
}
