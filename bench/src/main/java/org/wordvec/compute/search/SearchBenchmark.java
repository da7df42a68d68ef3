package org.wordvec.compute.search;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures a batch of queries against rows whose variance falls along their axes as that of word
 * vectors does: all dot products, and those that bounds cannot exclude.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class SearchBenchmark {
  private static final int ROWS = 32_768;
  private static final int QUERIES = 1020;

  @Param({"100", "300"})
  private int dimensions;

  /** The least cosine that a search for ten neighbours among this number of rows would return. */
  @Param("0.6")
  private float least;

  private Matrix rows;
  private float[] inverseNorms;
  private float[] bounds;
  private QueryTiles all;
  private PrincipalBounds.PreparedQueries bounded;
  private long found;

  @Setup(Level.Trial)
  public void setUp() {
    Arena arena = Arena.ofAuto();
    rows = rows(arena);
    inverseNorms = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double square = 0;
      for (float value : rows.row(row)) {
        square += value * value;
      }
      inverseNorms[row] = (float) (1 / Math.sqrt(square));
    }
    Matrix queries = Matrix.allocate(arena, QUERIES, dimensions);
    for (int query = 0; query < QUERIES; query++) {
      float[] values = rows.row(31 * query);
      for (int i = 0; i < dimensions; i++) {
        values[i] *= inverseNorms[31 * query];
      }
      queries.setRow(query, values);
    }
    bounds = new float[QUERIES];
    Arrays.fill(bounds, least);
    all = new QueryTiles(queries);
    bounded =
        PrincipalBounds.of(arena, rows, ROWS, inverseNorms, 1L << 30)
            .orElseThrow()
            .prepare(arena, queries);
  }

  private Matrix rows(Arena arena) {
    Random random = new Random(1);
    Matrix made = Matrix.allocate(arena, ROWS, dimensions);
    for (int row = 0; row < ROWS; row++) {
      for (int axis = 0; axis < dimensions; axis++) {
        double length = Math.exp(-3.0 * axis / dimensions);
        made.set(row, axis, (float) (length * random.nextGaussian()));
      }
    }
    return made;
  }

  @Benchmark
  public long everyProduct() {
    all.scan(rows, 0, ROWS, inverseNorms, bounds, (query, row, products, at, count) -> found++);
    return found;
  }

  @Benchmark
  public long whatBoundsLeave() {
    bounded.scan(0, 1, ROWS, bounds, (query, row, products, at, count) -> found++);
    return found;
  }
}
