package org.wordvec.vectors.search;

import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.search.PrincipalBounds;
import org.wordvec.compute.search.QueryTiles;

/**
 * An exact search that skips blocks of rows excluded by {@link PrincipalBounds}: of 80,000 words,
 * one in twenty is compared. Safe for use by several threads.
 */
final class BoundedRows {
  /** Minimum number of rows per requested neighbour; with fewer, too few rows can be excluded. */
  private static final int ROWS_PER_ANSWER = 200;

  /** Maximum memory for bounds in bytes. */
  private static final long MOST_BYTES = 2L << 30;

  /** Share of compared rows above which an exhaustive search is faster. */
  private static final double TOO_MANY = 0.5;

  private final PrincipalBounds bounds;
  private final int count;
  private volatile boolean effective = true;

  private BoundedRows(PrincipalBounds bounds, int count) {
    this.bounds = bounds;
    this.count = count;
  }

  /**
   * Returns whether bounds may save work.
   *
   * @param limit number of rows to search
   * @param k number of neighbours per query
   */
  static boolean pays(int limit, int k) {
    return k <= limit / ROWS_PER_ANSWER;
  }

  /** Returns a search with bounds, or nothing if bounds are ineffective or too large. */
  static Optional<BoundedRows> of(FloatRows rows, int count, float[] inverseNorms) {
    // Bounds live as long as the search, which is never closed.
    return PrincipalBounds.of(Arena.ofAuto(), rows, count, inverseNorms, MOST_BYTES)
        .map(bounds -> new BoundedRows(bounds, count));
  }

  /**
   * Returns whether enough rows were excluded so far, and few rows after the limit are examined in
   * vain.
   */
  boolean isEffective(int limit) {
    return effective && 2L * limit > count;
  }

  RowSearch search(Arena arena, Matrix queries, int limit) {
    return new Search(queries.rows(), bounds.prepare(arena, queries), limit);
  }

  /** A search in parts, each of which is a representative sample of all rows. */
  final class Search implements RowSearch {
    private final int queries;
    private final PrincipalBounds.PreparedQueries prepared;
    private final int limit;

    Search(int queries, PrincipalBounds.PreparedQueries prepared, int limit) {
      this.queries = queries;
      this.prepared = prepared;
      this.limit = limit;
    }

    @Override
    public int parts() {
      return Math.ceilDiv(count, PART);
    }

    @Override
    public void part(int part, float[] least, QueryTiles.Finds finds) {
      long compared = prepared.scan(part, parts(), limit, least, finds);
      // In the first parts the best scores are still too low to exclude many rows.
      if (part >= parts() / 2 && compared > TOO_MANY * queries * PART) {
        effective = false;
      }
    }
  }
}
