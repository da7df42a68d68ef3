package org.wordvec.vectors;

import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.PackedQueries;
import org.wordvec.compute.PrincipalBounds;

/**
 * Compares only with rows whose cosine {@link PrincipalBounds} does not rule out: of 80,000 words
 * that is one in two hundred. The answers are those of comparing with all. Safe for use by several
 * threads.
 */
final class BoundedRows {
  /** Where more are wanted, too few rows can be ruled out. */
  private static final int ROWS_PER_ANSWER = 200;

  /** The room that bounds may take. */
  private static final long MOST_BYTES = 1L << 30;

  /** From here on, comparing with all would have been faster. */
  private static final double TOO_MANY = 0.04;

  private final PrincipalBounds bounds;
  private volatile boolean ofUse = true;

  private BoundedRows(PrincipalBounds bounds) {
    this.bounds = bounds;
  }

  /** Whether bounds may save work for so many answers from the first rows. */
  static boolean pays(int size, int limit, int k) {
    return k <= limit / ROWS_PER_ANSWER && 2L * limit > size;
  }

  /** Nothing if there are no bounds of use, or they are too large. */
  static Optional<BoundedRows> of(FloatRows rows, float[] inverseNorms) {
    int count = inverseNorms.length;
    // Their life ends with that of the search, which nobody closes.
    return PrincipalBounds.bytes(count, rows.dimensions()) > MOST_BYTES
        ? Optional.empty()
        : PrincipalBounds.of(Arena.ofAuto(), rows, count, inverseNorms).map(BoundedRows::new);
  }

  /** Whether enough rows were ruled out so far. */
  boolean isOfUse() {
    return ofUse;
  }

  RowSearch search(Arena arena, Matrix queries, int limit) {
    return new Search(queries.rows(), bounds.ask(arena, queries), limit);
  }

  /** A part is a fair sample of all rows. */
  final class Search implements RowSearch {
    private final int queries;
    private final PrincipalBounds.Asked asked;
    private final int limit;

    Search(int queries, PrincipalBounds.Asked asked, int limit) {
      this.queries = queries;
      this.asked = asked;
      this.limit = limit;
    }

    @Override
    public int parts() {
      return Math.ceilDiv(limit, PART);
    }

    @Override
    public void part(int part, float[] least, PackedQueries.Finds finds) {
      long compared = asked.scan(part, parts(), limit, least, finds);
      // The first parts have little to rule rows out with.
      if (part >= parts() / 2 && compared > TOO_MANY * queries * PART) {
        ofUse = false;
      }
    }
  }
}
