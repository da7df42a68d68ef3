package org.wordvec.vectors.search;

import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.search.PrincipalBounds;
import org.wordvec.compute.search.QueryTiles;

/**
 * Compares only with blocks of rows that {@link PrincipalBounds} does not rule out: of 80,000 words
 * those that hold one in twenty. The answers are those of comparing with all. Safe for use by
 * several threads.
 */
final class BoundedRows {
  /** Where more are wanted, too few rows can be ruled out. */
  private static final int ROWS_PER_ANSWER = 200;

  /** The room that bounds may take. */
  private static final long MOST_BYTES = 2L << 30;

  /** From here on, comparing with all would have been faster. */
  private static final double TOO_MANY = 0.5;

  private final PrincipalBounds bounds;
  private final int count;
  private volatile boolean effective = true;

  private BoundedRows(PrincipalBounds bounds, int count) {
    this.bounds = bounds;
    this.count = count;
  }

  /** Whether bounds may save work for so many answers from the first rows. */
  static boolean pays(int limit, int k) {
    return k <= limit / ROWS_PER_ANSWER;
  }

  /** Nothing if there are no bounds of use, or they are too large. */
  static Optional<BoundedRows> of(FloatRows rows, int count, float[] inverseNorms) {
    // Their life ends with that of the search, which nobody closes.
    return PrincipalBounds.of(Arena.ofAuto(), rows, count, inverseNorms, MOST_BYTES)
        .map(bounds -> new BoundedRows(bounds, count));
  }

  /** Whether enough rows were ruled out so far, and few are looked at in vain behind the limit. */
  boolean isEffective(int limit) {
    return effective && 2L * limit > count;
  }

  RowSearch search(Arena arena, Matrix queries, int limit) {
    return new Search(queries.rows(), bounds.prepare(arena, queries), limit);
  }

  /** A part is a fair sample of all rows. */
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
      // The first parts have little to rule rows out with.
      if (part >= parts() / 2 && compared > TOO_MANY * queries * PART) {
        effective = false;
      }
    }
  }
}
