package org.wordvec.vectors.search;

import org.wordvec.compute.search.QueryTiles;

/**
 * Searches rows for the nearest ones to some queries, in parts that are distributed over threads.
 */
sealed interface RowSearch permits ExhaustiveSearch, BoundedRows.Search {
  /** Number of rows of a part. */
  int PART = 1024;

  int parts();

  /**
   * Passes the cosines of the rows of a part to {@code finds}, for each query of which one may
   * reach its bound.
   *
   * @param bounds bound of each query, which {@code finds} may raise
   */
  void part(int part, float[] bounds, QueryTiles.Finds finds);
}
