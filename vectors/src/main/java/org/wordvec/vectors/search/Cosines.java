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
 * Cosines of unit vectors with rows. Keeps the inverse norms, 4 bytes a row, instead of a
 * normalised copy of the rows; they are found when a row is compared for the first time, in the
 * same pass. Safe for use by several threads.
 */
final class Cosines {
  /** Between these, neither squares nor their sum have overflowed or vanished in float32. */
  private static final float LEAST_SQUARE = 1e-20f;

  private static final float LARGEST_SQUARE = 1e30f;

  /** So few queries read the rows where they are: laying them out would cost more than it saves. */
  private static final int FEW = 3;

  /** Rows that are buffered at once: as many as fit into L2. */
  private static final int RUN = 256;

  /** For so many queries it pays to lay out the rows once more. */
  private static final int MANY = 200;

  private final FloatRows rows;
  private final SearchEngine engine;
  private final SearchEngine.Products products;

  private int boundedRows;
  private Optional<BoundedRows> bounds = Optional.empty();

  // NaN is not known yet. Threads may find the same norm twice, and then the same value.
  private final float[] inverseNorms;

  Cosines(FloatRows rows, SearchEngine engine) {
    this(rows, rows.rows(), engine);
  }

  /** Cosines with the first {@code count} rows alone. */
  Cosines(FloatRows rows, int count, SearchEngine engine) {
    this.rows = rows;
    this.engine = engine;
    this.products = engine.over(rows, count);
    this.inverseNorms = new float[count];
    Arrays.fill(inverseNorms, Float.NaN);
  }

  /** Number of rows. */
  int size() {
    return inverseNorms.length;
  }

  /**
   * Sets {@code cosines[q * rowCount + r]} for the first {@code queryCount} queries, which are unit
   * vectors, and the rows from {@code firstRow} on.
   *
   * @throws java.io.UncheckedIOException if a row is in a file and holds NaN or an infinite value
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

  /** Finds the products of the first query, and the norms. */
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
   * Prepares queries for many runs of rows.
   *
   * @param queries unit vectors
   */
  PreparedQueries prepare(Matrix queries) {
    if (engine instanceof OwnEngine && queries.rows() > FEW) {
      Optional<QueryTiles> tiles = DotProducts.INSTANCE.tiles(queries);
      if (tiles.isPresent()) {
        return new Tiled(tiles.get());
      }
    }
    return new InPlace(queries);
  }

  /**
   * Prepares queries for a search of the {@code k} nearest among the first rows.
   *
   * @param arena owns what is made
   * @param queries unit vectors
   */
  RowSearch search(Arena arena, Matrix queries, int limit, int k) {
    PreparedQueries prepared = prepare(queries);
    return prepared instanceof Tiled && queries.rows() >= MANY && BoundedRows.pays(limit, k)
        ? bounded(limit)
            .<RowSearch>map(known -> known.search(arena, queries, limit))
            .orElseGet(() -> new EveryRow(prepared, limit))
        : new EveryRow(prepared, limit);
  }

  /** Made when it is needed first, since most programs ask little; a second time for all rows. */
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

  /** Queries that are ready to be compared with rows. By rounding, a cosine may be beyond ±1. */
  interface PreparedQueries {
    /** Sets {@code cosines[q * rowCount + r]} for all queries. */
    void compute(int firstRow, int rowCount, float[] cosines);

    /** Offers the cosines of a query where one of them may reach its bound. */
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
      // Rounding could take a cosine out of its range.
      values[at + i] = Math.max(-1, Math.min(1, values[at + i] * factors[from + i]));
    }
  }

  /** Whether a row that was compared has a direction: not all of it is zero. */
  boolean hasDirection(int row) {
    return inverseNorms[row] != 0;
  }

  /** The row as a unit vector; zeros stay zeros. */
  float[] unitRow(int row) {
    return Geometry.unit(rows.row(row));
  }
}
