package org.wordvec.vectors.search;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.search.DotProducts;
import org.wordvec.compute.search.QueryTiles;
import org.wordvec.vectors.Geometry;

/**
 * Computes cosines of unit vectors with rows. Stores the inverse norms, 4 bytes per row, instead of
 * a normalised copy of the rows; a norm is computed in the same pass as the first dot product of
 * its row. Safe for use by several threads.
 */
final class Cosines {
  /**
   * Range of sums in which neither squares nor their sum have overflowed or underflowed in float32.
   */
  private static final float LEAST_SQUARE = 1e-20f;

  private static final float LARGEST_SQUARE = 1e30f;

  /**
   * Maximum number of queries that read rows in place, as packing them would cost more than it
   * saves.
   */
  private static final int FEW = 3;

  /** Number of rows that are buffered at once and fit in a core's L2 cache. */
  private static final int RUN = 256;

  /** Minimum number of queries for which bounds are computed. */
  private static final int MANY = 200;

  private final FloatRows rows;
  private final SearchEngine engine;
  private final SearchEngine.Products products;

  private int boundedRows;
  private Optional<BoundedRows> bounds = Optional.empty();

  // NaN means unknown. Threads may compute the same norm twice, with the same result.
  private final float[] inverseNorms;

  Cosines(FloatRows rows, SearchEngine engine) {
    this(rows, rows.rows(), engine);
  }

  /** Creates cosines with the first {@code count} rows. */
  Cosines(FloatRows rows, int count, SearchEngine engine) {
    this.rows = rows;
    this.engine = engine;
    this.products = engine.over(rows, count);
    this.inverseNorms = new float[count];
    Arrays.fill(inverseNorms, Float.NaN);
  }

  /** Returns the number of rows. */
  int size() {
    return inverseNorms.length;
  }

  /**
   * Sets {@code cosines[q * rowCount + r]} to the cosine of query {@code q} and row {@code firstRow
   * + r}.
   *
   * @param queries unit vectors, of which the first {@code queryCount} are used
   * @throws java.io.UncheckedIOException if a row is in a file and contains NaN or an infinite
   *     value
   */
  void compute(Matrix queries, int queryCount, int firstRow, int rowCount, float[] cosines) {
    if (queryCount == 0) {
      return;
    }
    boolean known = areKnown(firstRow, rowCount);
    if (!known) {
      measure(queries, firstRow, rowCount, cosines);
    }
    if (known || queryCount > 1) {
      products.multiply(queries, queryCount, firstRow, rowCount, cosines);
    }
    for (int query = 0; query < queryCount; query++) {
      scale(cosines, query * rowCount, inverseNorms, firstRow, rowCount);
    }
  }

  /** Computes the dot products of the first query, and the norms. */
  private void measure(Matrix queries, int firstRow, int rowCount, float[] products) {
    float[] part = new float[RUN];
    float[] squares = new float[RUN];
    for (int from = 0; from < rowCount; from += RUN) {
      int count = Math.min(RUN, rowCount - from);
      int first = firstRow + from;
      FloatRows buffered = rows.buffered(first, count);
      DotProducts.INSTANCE.measure(queries, buffered, first, count, part, squares);
      System.arraycopy(part, 0, products, from, count);
      for (int i = 0; i < count; i++) {
        inverseNorms[first + i] = inverseNorm(squares[i], first + i);
      }
    }
  }

  private boolean areKnown(int firstRow, int rowCount) {
    for (int row = firstRow; row < firstRow + rowCount; row++) {
      if (Float.isNaN(inverseNorms[row])) {
        return false;
      }
    }
    return true;
  }

  private void know(int firstRow, int rowCount) {
    FloatRows buffered = areKnown(firstRow, rowCount) ? rows : rows.buffered(firstRow, rowCount);
    for (int row = firstRow; row < firstRow + rowCount; row++) {
      if (Float.isNaN(inverseNorms[row])) {
        inverseNorms[row] = (float) Geometry.inverseNorm(buffered.row(row));
      }
    }
  }

  private float inverseNorm(float square, int row) {
    return square > LEAST_SQUARE && square < LARGEST_SQUARE
        ? (float) (1 / Math.sqrt(square))
        : (float) Geometry.inverseNorm(rows.row(row));
  }

  /**
   * Prepares queries for comparison with many ranges of rows.
   *
   * @param queries unit vectors: {@code [queries, dimensions]}
   */
  PreparedQueries prepare(Matrix queries) {
    if (engine instanceof BuiltInEngine && queries.rows() > FEW) {
      Optional<QueryTiles> tiles = DotProducts.INSTANCE.tiles(queries);
      if (tiles.isPresent()) {
        return new Tiled(tiles.get());
      }
    }
    return new InPlace(queries);
  }

  /**
   * Prepares a search of the {@code k} nearest among the first {@code limit} rows.
   *
   * @param arena owns temporary memory
   * @param queries unit vectors: {@code [queries, dimensions]}
   */
  RowSearch search(Arena arena, Matrix queries, int limit, int k) {
    PreparedQueries prepared = prepare(queries);
    return prepared instanceof Tiled && queries.rows() >= MANY && BoundedRows.pays(limit, k)
        ? bounded(limit)
            .<RowSearch>map(known -> known.search(arena, queries, limit))
            .orElseGet(() -> new ExhaustiveSearch(prepared, limit))
        : new ExhaustiveSearch(prepared, limit);
  }

  /**
   * Returns bounds for at least {@code limit} rows, if they are effective. They are computed on
   * first use, as most programs have few queries; for a larger limit once more, for all rows.
   */
  private synchronized Optional<BoundedRows> bounded(int limit) {
    if (limit > boundedRows) {
      boundedRows = boundedRows == 0 ? limit : size();
      for (int first = 0; first < boundedRows; first += RUN) {
        know(first, Math.min(RUN, boundedRows - first));
      }
      bounds = BoundedRows.of(rows, boundedRows, inverseNorms);
    }
    return bounds.filter(known -> known.isEffective(limit));
  }

  /** Queries prepared for comparison. Because of rounding, a cosine may slightly exceed ±1. */
  interface PreparedQueries {
    /**
     * Sets {@code cosines[q * rowCount + r]} to the cosine of query {@code q} and row {@code
     * firstRow + r}, for all queries.
     */
    void compute(int firstRow, int rowCount, float[] cosines);

    /**
     * Passes the cosines of each query of which one may reach the query's bound to {@code finds}.
     */
    void scan(int firstRow, int rowCount, float[] bounds, QueryTiles.Finds finds);
  }

  private final class Tiled implements PreparedQueries {
    private final QueryTiles queries;

    Tiled(QueryTiles queries) {
      this.queries = queries;
    }

    @Override
    public void compute(int firstRow, int rowCount, float[] cosines) {
      know(firstRow, rowCount);
      queries.multiplyScaled(rows, firstRow, rowCount, inverseNorms, cosines);
    }

    @Override
    public void scan(int firstRow, int rowCount, float[] bounds, QueryTiles.Finds finds) {
      know(firstRow, rowCount);
      queries.scan(rows, firstRow, rowCount, inverseNorms, bounds, finds);
    }
  }

  private final class InPlace implements PreparedQueries {
    private final Matrix queries;

    InPlace(Matrix queries) {
      this.queries = queries;
    }

    @Override
    public void compute(int firstRow, int rowCount, float[] cosines) {
      Cosines.this.compute(queries, queries.rows(), firstRow, rowCount, cosines);
    }

    @Override
    public void scan(int firstRow, int rowCount, float[] bounds, QueryTiles.Finds finds) {
      float[] cosines = new float[queries.rows() * rowCount];
      compute(firstRow, rowCount, cosines);
      for (int query = 0; query < queries.rows(); query++) {
        finds.offer(query, firstRow, cosines, query * rowCount, rowCount);
      }
    }
  }

  private static void scale(float[] values, int at, float[] factors, int from, int count) {
    for (int i = 0; i < count; i++) {
      // Rounding could exceed the range of cosines.
      values[at + i] = Math.max(-1, Math.min(1, values[at + i] * factors[from + i]));
    }
  }

  /** Returns whether a compared row is not all zeros. */
  boolean hasDirection(int row) {
    return inverseNorms[row] != 0;
  }

  /** Returns the row as a unit vector; zeros stay zeros. */
  float[] unitRow(int row) {
    return Geometry.unit(rows.row(row));
  }
}
