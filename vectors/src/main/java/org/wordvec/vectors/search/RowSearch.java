package org.wordvec.vectors.search;

import org.wordvec.compute.search.QueryTiles;

/** Looks through rows for those nearest to some queries, in parts that threads share. */
sealed interface RowSearch permits ExhaustiveSearch, BoundedRows.Search {
  /** Rows of a part. */
  int PART = 1024;

  int parts();

  /**
   * Offers the cosines of a query where one of them may reach its bound, for the rows of a part.
   *
   * @param bounds by query; {@code finds} may raise them
   */
  void part(int part, float[] bounds, QueryTiles.Finds finds);
}
