package org.wordvec.compute.search;

import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;

/**
 * Finds the rows whose cosine with a vector is high enough without computing all cosines: most are
 * ruled out by an upper bound.
 *
 * <p>With an orthonormal basis {@code P} of the directions along which rows are longest, and unit
 * vectors {@code q} and {@code r}, by Cauchy and Schwarz
 *
 * <pre>
 *   q · r  <=  Pq · Pr + |q - PᵀPq| |r - PᵀPr|  =  [Pq, residual(q)] · [Pr, residual(r)]
 * </pre>
 *
 * which is a dot product again, of vectors as long as the basis has directions, and one more. After
 * the first step of Li et al. 2017, "FEXIPRO: Fast and Exact Inner Product Retrieval in Recommender
 * Systems", section 3. Squares of residuals are raised by more than float32 can lose in the sums,
 * so that no bound is below the cosine as float32 finds it.
 *
 * <p>A block of rows is compared with all vectors by a bound of few directions, with those that
 * remain by a bound of more directions, and with those that still remain by the rows themselves,
 * all by the same kernel. Blocks are ruled out as a whole, so rows that are close in space share
 * one ({@link CellOrder}). The cosines are those of {@link QueryTiles#scan}, to the bit.
 *
 * <p>Immutable; safe for use by several threads while its arena lives.
 */
public final class PrincipalBounds {
  /** Rows that the directions are found from, for each dimension. */
  private static final int SAMPLES_PER_DIMENSION = 16;

  /**
   * The share of the squares that each bound may leave outside its directions, of the share outside
   * the longest direction, which all words have in common. With more, too many rows remain.
   */
  private static final double[] RESIDUALS = {0.35, 0.13};

  /** The part of the dimensions above which directions save too little. */
  private static final double WORTHWHILE = 0.5;

  private static final int PANEL = 32 * PackedRows.BLOCK;
  private static final double ROUNDING = 0x1p-24;

  private final Matrix basis;
  private final int[] order;
  private final PackedRows rows;
  private final List<PackedRows> bounds;

  /** Lays out rows and bounds. */
  private PrincipalBounds(
      Arena arena,
      Matrix basis,
      int[] directions,
      int[] order,
      FloatRows rows,
      float[] inverseNorms) {
    this.basis = basis;
    this.order = order;
    this.rows = new PackedRows(arena, order.length, rows.dimensions());
    this.bounds = new ArrayList<>();
    for (int count : directions) {
      bounds.add(new PackedRows(arena, order.length, count + 1));
    }
    TileGroup group = new TileGroup();
    for (int first = 0; first < order.length; first += PackedRows.BLOCK) {
      int from = first;
      int block = first / PackedRows.BLOCK;
      int width = Math.min(PackedRows.BLOCK, order.length - first);
      this.rows.set(block, rows, lane -> order[from + lane], width, inverseNorms);
      float[] coordinates = coordinates(block, group);
      for (PackedRows bound : bounds) {
        bound.set(block, withResiduals(coordinates, bound.dimensions() - 1));
      }
    }
  }

  /**
   * Returns the coordinates of a block's rows along the basis, {@code [direction * BLOCK + lane]}.
   */
  private float[] coordinates(int block, TileGroup group) {
    int size = PackedRows.BLOCK;
    float[] coordinates = new float[basis.rows() * size];
    for (int first = 0; first < basis.rows(); first += TileKernel.GROUP) {
      int count = Math.min(TileKernel.GROUP, basis.rows() - first);
      group.take(basis, first, count);
      group.multiply(rows.address(block), rows.dimensions());
      System.arraycopy(group.tile, 0, coordinates, first * size, count * size);
    }
    return coordinates;
  }

  private float[] withResiduals(float[] coordinates, int directions) {
    int size = PackedRows.BLOCK;
    float[] columns = Arrays.copyOf(coordinates, (directions + 1) * size);
    for (int lane = 0; lane < size; lane++) {
      columns[directions * size + lane] = residual(coordinates, lane, size, directions);
    }
    return columns;
  }

  /** Returns the length of a unit vector's residual outside some directions, or a little more. */
  private float residual(float[] coordinates, int at, int stride, int directions) {
    double residual = 1;
    for (int i = 0; i < directions; i++) {
      double coordinate = coordinates[at + i * stride];
      residual -= coordinate * coordinate;
    }
    double slack = 4 * (rows.dimensions() + 2) * ROUNDING;
    return (float) Math.sqrt(Math.max(0, residual) + slack);
  }

  /**
   * Returns bounds for the first rows; nothing if there are no directions that would save work, or
   * if they would take too many bytes: 4 for each row and dimension, and for each row and direction
   * of both bounds.
   *
   * @param arena owns what is made
   * @param inverseNorms by row; 0 for a row of zeros
   */
  public static Optional<PrincipalBounds> of(
      Arena arena, FloatRows rows, int count, float[] inverseNorms, long mostBytes) {
    int dimensions = rows.dimensions();
    int most = (int) (WORTHWHILE * dimensions);
    if (most < 1 || count < dimensions) {
      return Optional.empty();
    }
    Matrix basis = Matrix.allocate(arena, most, dimensions);
    int[] directions = new int[RESIDUALS.length];
    int[] order;
    try (Arena working = Arena.ofConfined()) {
      double[] shares = PrincipalBasis.of(sample(working, rows, count, inverseNorms), basis);
      Arrays.setAll(directions, bound -> enough(shares, RESIDUALS[bound] * (1 - shares[0])));
      long columns = dimensions + Arrays.stream(directions).asLongStream().sum() + RESIDUALS.length;
      if (directions[RESIDUALS.length - 1] > most || columns * count * Float.BYTES > mostBytes) {
        return Optional.empty();
      }
      Matrix leading = basis.slice(0, directions[0]);
      order =
          CellOrder.of(coordinates(working, leading, rows, count, inverseNorms), PackedRows.BLOCK);
    }
    Matrix leading = basis.slice(0, directions[RESIDUALS.length - 1]);
    return Optional.of(new PrincipalBounds(arena, leading, directions, order, rows, inverseNorms));
  }

  /** Returns unit rows at even distances. */
  private static Matrix sample(Arena arena, FloatRows rows, int count, float[] inverseNorms) {
    int size = Math.min(count, SAMPLES_PER_DIMENSION * rows.dimensions());
    Matrix sample = Matrix.allocate(arena, size, rows.dimensions());
    for (int i = 0; i < size; i++) {
      int row = (int) ((long) i * count / size);
      float[] values = rows.row(row);
      for (int column = 0; column < values.length; column++) {
        values[column] *= inverseNorms[row];
      }
      sample.setRow(i, values);
    }
    return sample;
  }

  /** Returns how many directions leave a small enough residual; more than there are if none do. */
  private static int enough(double[] shares, double most) {
    double residual = 1;
    int directions = 0;
    while (directions < shares.length && residual > most) {
      residual -= shares[directions++];
    }
    return residual > most ? shares.length + 1 : directions;
  }

  /** Returns the coordinates of unit rows along a basis, a row for each. */
  private static Matrix coordinates(
      Arena arena, Matrix basis, FloatRows rows, int count, float[] inverseNorms) {
    QueryTiles directions = new QueryTiles(basis);
    Matrix coordinates = Matrix.allocate(arena, count, basis.rows());
    float[] panel = new float[directions.count() * PANEL];
    float[] values = new float[directions.count()];
    for (int first = 0; first < count; first += PANEL) {
      int width = Math.min(PANEL, count - first);
      directions.multiplyScaled(rows.buffered(first, width), first, width, inverseNorms, panel);
      for (int row = 0; row < width; row++) {
        for (int i = 0; i < values.length; i++) {
          values[i] = panel[i * width + row];
        }
        coordinates.setRow(first + row, values);
      }
    }
    return coordinates;
  }

  /**
   * Prepares unit vectors for a search.
   *
   * @param arena owns what is made
   */
  public PreparedQueries prepare(Arena arena, Matrix queries) {
    float[] coordinates = new float[queries.rows() * basis.rows()];
    DotProducts.INSTANCE.multiply(queries, basis, 0, basis.rows(), coordinates);
    List<Matrix> bounded = new ArrayList<>();
    for (PackedRows bound : bounds) {
      Matrix vectors = Matrix.allocate(arena, queries.rows(), bound.dimensions());
      int directions = bound.dimensions() - 1;
      for (int query = 0; query < queries.rows(); query++) {
        int at = query * basis.rows();
        float[] values = Arrays.copyOfRange(coordinates, at, at + bound.dimensions());
        values[directions] = residual(coordinates, at, 1, directions);
        vectors.setRow(query, values);
      }
      bounded.add(vectors);
    }
    return new PreparedQueries(queries, bounded);
  }

  /** Unit vectors that are ready for a search. Safe for use by several threads. */
  public final class PreparedQueries {
    private final Matrix queries;
    private final List<Matrix> bounded;

    private PreparedQueries(Matrix queries, List<Matrix> bounded) {
      this.queries = queries;
      this.bounded = bounded;
    }

    /**
     * Offers the cosines that reach the bound of their query, one at a time, of a part of the first
     * {@code limit} rows. A part is a fair sample of all rows, so that {@code least} rises soon.
     *
     * @param least by query; {@code finds} may raise it
     * @return how many cosines were found
     */
    public long scan(int part, int parts, int limit, float[] least, QueryTiles.Finds finds) {
      Objects.checkFromIndexSize(0, limit, order.length);
      Objects.checkFromIndexSize(0, queries.rows(), least.length);
      BoundedScan scan = new BoundedScan(order, limit, least, finds);
      int blocks = Math.ceilDiv(order.length, PackedRows.BLOCK);
      long compared = 0;
      try {
        for (int block = part; block < blocks; block += parts) {
          scan.begin(block, queries.rows());
          for (int i = 0; i < bounds.size(); i++) {
            scan.keep(bounded.get(i), bounds.get(i));
          }
          compared += (long) scan.compare(queries, rows) * PackedRows.BLOCK;
        }
      } finally {
        // The kernel sees addresses only; the arenas must not be collected under it.
        Reference.reachabilityFence(this);
      }
      return compared;
    }
  }
}
