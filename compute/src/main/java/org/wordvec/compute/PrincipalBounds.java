package org.wordvec.compute;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Upper bounds of the cosines of vectors with many rows, at a part of what the cosines cost: rows
 * whose bound is too low need not be compared.
 *
 * <p>With an orthonormal basis {@code P} of the directions along which rows are longest, and unit
 * vectors {@code q} and {@code r}, by Cauchy and Schwarz
 *
 * <pre>
 *   q · r  <=  Pq · Pr + |q - PᵀPq| |r - PᵀPr|  =  [Pq, rest(q)] · [Pr, rest(r)]
 * </pre>
 *
 * which is a dot product again, of vectors as long as the basis has directions, and one more. After
 * the first step of Li et al. 2017, "FEXIPRO: Fast and Exact Inner Product Retrieval in Recommender
 * Systems", section 3. Squares of rests are raised by more than float32 can lose in the sums, so
 * that no bound is below the cosine as float32 finds it.
 *
 * <p>Takes 4 bytes for a row and direction. Immutable; safe for use by several threads while its
 * arena lives.
 */
public final class PrincipalBounds {
  /** Rows that the directions are found from, for each dimension. */
  private static final int SAMPLES_PER_DIMENSION = 16;

  /** So much of all squares may lie off the basis: with more, too many rows need comparing. */
  private static final double REST = 0.04;

  /** A basis of more than this part of the dimensions saves too little. */
  private static final double WORTHWHILE = 0.7;

  private static final int PANEL = 32 * PackedRows.BLOCK;
  private static final double ROUNDING = 0x1p-24;

  private final FloatRows rows;
  private final float[] inverseNorms;
  private final Matrix basis;
  private final PackedRows packed;
  private final float slack;

  private PrincipalBounds(FloatRows rows, float[] inverseNorms, Matrix basis, PackedRows packed) {
    this.rows = rows;
    this.inverseNorms = inverseNorms;
    this.basis = basis;
    this.packed = packed;
    this.slack = slack(basis.dimensions());
  }

  private static float slack(int dimensions) {
    return (float) (4 * (dimensions + 2) * ROUNDING);
  }

  /** Bytes that {@link #of} takes at most. */
  public static long bytes(long rows, int dimensions) {
    return rows * ((int) (WORTHWHILE * dimensions) + 1) * Float.BYTES;
  }

  /**
   * Bounds for the first rows; nothing if they have no directions that would save work.
   *
   * @param inverseNorms by row; 0 for a row of zeros; not copied
   */
  public static Optional<PrincipalBounds> of(
      Arena arena, FloatRows rows, int count, float[] inverseNorms) {
    int dimensions = rows.dimensions();
    int most = (int) (WORTHWHILE * dimensions);
    if (most < 1 || count < dimensions) {
      return Optional.empty();
    }
    Matrix basis = Matrix.allocate(arena, most, dimensions);
    try (Arena working = Arena.ofConfined()) {
      double[] shares = PrincipalBasis.of(sample(working, rows, count, inverseNorms), basis);
      int directions = enough(shares);
      if (directions > most) {
        return Optional.empty();
      }
      Matrix leading = basis.first(directions);
      PackedRows packed = new PackedRows(arena, count, directions + 1);
      fill(packed, new PackedQueries(working, leading, 0, directions), rows, inverseNorms);
      return Optional.of(new PrincipalBounds(rows, inverseNorms, leading, packed));
    }
  }

  /** Unit rows at even distances. */
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

  /** How many directions leave little enough; more than there are if none do. */
  private static int enough(double[] shares) {
    double rest = 1;
    int directions = 0;
    while (directions < shares.length && rest > REST) {
      rest -= shares[directions++];
    }
    return rest > REST ? shares.length + 1 : directions;
  }

  private static void fill(
      PackedRows packed, PackedQueries directions, FloatRows rows, float[] inverseNorms) {
    float slack = slack(rows.dimensions());
    float[] panel = new float[directions.count() * PANEL];
    float[] block = new float[packed.dimensions() * PackedRows.BLOCK];
    for (int first = 0; first < packed.rows(); first += PANEL) {
      int count = Math.min(PANEL, packed.rows() - first);
      directions.multiplyScaled(rows.near(first, count), first, count, inverseNorms, panel);
      for (int from = 0; from < count; from += PackedRows.BLOCK) {
        Arrays.fill(block, 0);
        for (int row = from; row < Math.min(count, from + PackedRows.BLOCK); row++) {
          double square = 0;
          for (int i = 0; i < directions.count(); i++) {
            float coordinate = panel[i * count + row];
            block[i * PackedRows.BLOCK + row - from] = coordinate;
            square += coordinate * coordinate;
          }
          int rest = directions.count() * PackedRows.BLOCK + row - from;
          block[rest] = rest(square, slack);
        }
        packed.set((first + from) / PackedRows.BLOCK, block);
      }
    }
  }

  private static float rest(double square, float slack) {
    return (float) Math.sqrt(Math.max(0, 1 - square) + slack);
  }

  /**
   * Makes unit vectors ready to be bounded.
   *
   * @param arena owns what is made
   */
  public Asked ask(Arena arena, Matrix queries) {
    int directions = basis.rows();
    float[] coordinates = new float[queries.rows() * directions];
    DotProducts.multiply(queries, 0, queries.rows(), basis, 0, directions, coordinates);
    Matrix bounded = Matrix.allocate(arena, queries.rows(), directions + 1);
    for (int query = 0; query < queries.rows(); query++) {
      double square = 0;
      for (int i = 0; i < directions; i++) {
        float coordinate = coordinates[query * directions + i];
        bounded.set(query, i, coordinate);
        square += coordinate * coordinate;
      }
      bounded.set(query, directions, rest(square, slack));
    }
    return new Asked(queries, new PackedQueries(arena, bounded, 0, queries.rows()));
  }

  /** Vectors that were made ready. Safe for use by several threads. */
  public final class Asked {
    private final Matrix queries;
    private final PackedQueries bounded;

    private Asked(Matrix queries, PackedQueries bounded) {
      this.queries = queries;
      this.bounded = bounded;
    }

    /**
     * Offers the cosines that reach the bound of their query, of one of so many parts of the first
     * {@code limit} rows. A part is a fair sample of all rows, so that {@code least} rises soon.
     *
     * @param least by query; {@code finds} may raise it
     * @return how many cosines had to be found
     */
    public long scan(int part, int parts, int limit, float[] least, PackedQueries.Finds finds) {
      Objects.checkFromIndexSize(0, limit, packed.rows());
      Objects.checkFromIndexSize(0, queries.rows(), least.length);
      Comparison comparison = new Comparison(queries, least, finds);
      float[] tile = new float[PackedQueries.GROUP * PackedRows.BLOCK];
      for (int first = part * PackedRows.BLOCK; first < limit; first += parts * PackedRows.BLOCK) {
        comparison.begin(first, Math.min(PackedRows.BLOCK, limit - first));
        bounded.multiply(packed, first / PackedRows.BLOCK, tile, comparison);
      }
      comparison.compare();
      return comparison.compared;
    }
  }

  /**
   * Compares the rows of a block whose bounds are high enough, many at a time: to look at each
   * product as soon as it is found would be to wait for it. Belongs to one thread.
   */
  private final class Comparison implements PackedQueries.Tiles {
    private static final int MOST = 512;

    private final Matrix queries;
    private final float[] least;
    private final PackedQueries.Finds finds;
    private final int values = DotProducts.padded(rows);
    private final int[] waitingQueries = new int[MOST];
    private final int[] waitingRows = new int[MOST];
    private final float[] cosines = new float[MOST];
    private int waiting;
    private int first;
    private int width;
    private long compared;

    Comparison(Matrix queries, float[] least, PackedQueries.Finds finds) {
      this.queries = queries;
      this.least = least;
      this.finds = finds;
    }

    void begin(int firstRow, int rowCount) {
      first = firstRow;
      width = rowCount;
    }

    @Override
    public void take(int firstQuery, int count, float[] tile) {
      if (waiting > MOST - PackedQueries.GROUP * PackedRows.BLOCK) {
        compare();
      }
      for (int i = 0; i < count; i++) {
        long reached = Threshold.reached(tile, i * PackedRows.BLOCK, least[firstQuery + i]);
        while (reached != 0) {
          int lane = Long.numberOfTrailingZeros(reached);
          reached &= reached - 1;
          if (lane < width) {
            waitingQueries[waiting] = firstQuery + i;
            waitingRows[waiting++] = first + lane;
          }
        }
      }
    }

    void compare() {
      for (int i = 0; i < waiting; i++) {
        int row = waitingRows[i];
        float product =
            RowKernel.product(queries.address(waitingQueries[i]), rows.address(row), values);
        float scale = rows instanceof MappedRows mapped ? mapped.scale(row) : 1;
        cosines[i] = Math.clamp(product * scale * inverseNorms[row], -1, 1);
      }
      for (int i = 0; i < waiting; i++) {
        if (cosines[i] >= least[waitingQueries[i]]) {
          finds.offer(waitingQueries[i], waitingRows[i], cosines, i, 1);
        }
      }
      compared += waiting;
      waiting = 0;
    }
  }
}
