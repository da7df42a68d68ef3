package org.wordvec.compute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.KernelData;

@Tag("kernel")
class PrincipalBoundsTest {
  private static final long MOST_BYTES = 1 << 30;

  /** Every cosine that reaches the bound is offered, and no other. */
  @ParameterizedTest
  @CsvSource({"40,40,1", "95,33,2", "700,100,3", "1025,17,5"})
  void offersWhatComparingWithAllWouldOffer(int count, int dimensions, int parts) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix rows = uneven(arena, count, dimensions);
      rows.setRow(7, new float[dimensions]);
      float[] inverseNorms = inverseNorms(rows);
      PrincipalBounds bounds =
          PrincipalBounds.of(arena, rows, count, inverseNorms, MOST_BYTES).orElseThrow();
      Matrix queries = units(arena, rows, inverseNorms, 13);
      PrincipalBounds.PreparedQueries prepared = bounds.prepare(arena, queries);
      int limit = count - 3;
      for (float least : new float[] {-2, 0, 0.3f, 0.6f, 0.95f}) {
        TreeSet<Integer> found = new TreeSet<>();
        float[] bound = new float[13];
        Arrays.fill(bound, least);
        long compared = 0;
        for (int part = 0; part < parts; part++) {
          compared +=
              prepared.scan(
                  part,
                  parts,
                  limit,
                  bound,
                  (query, row, cosine, at, width) -> {
                    assertThat(width).isEqualTo(1);
                    assertThat((double) cosine[at])
                        .isCloseTo(cosine(queries, query, rows, row), within(2e-6));
                    assertThat(found.add(query * count + row)).isTrue();
                  });
        }
        int padded = Math.ceilDiv(count, PackedRows.BLOCK) * PackedRows.BLOCK;
        assertThat(compared).isBetween((long) found.size(), 13L * padded);
        for (int query = 0; query < 13; query++) {
          for (int row = 0; row < limit; row++) {
            double cosine = cosine(queries, query, rows, row);
            if (Math.abs(cosine - least) > 2e-6) {
              assertThat(found.contains(query * count + row)).isEqualTo(cosine > least);
            }
          }
        }
      }
    }
  }

  /** To the bit, and whichever rows share a block. */
  @Test
  void cosinesAreThoseOfComparingWithAll() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix rows = uneven(arena, 1025, 50);
      float[] inverseNorms = inverseNorms(rows);
      Matrix queries = units(arena, rows, inverseNorms, 13);
      PrincipalBounds bounds =
          PrincipalBounds.of(arena, rows, 1025, inverseNorms, MOST_BYTES).orElseThrow();
      float[] least = new float[13];
      Arrays.fill(least, 0.5f);
      float[] expected = new float[13 * 1025];
      new QueryTiles(queries.slice(0, 13)).multiplyScaled(rows, 0, 1025, inverseNorms, expected);
      float[] found = new float[13 * 1025];
      bounds
          .prepare(arena, queries)
          .scan(
              0,
              1,
              1025,
              least,
              (query, row, cosine, at, n) -> found[query * 1025 + row] = cosine[at]);
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isEqualTo(expected[i] >= 0.5f ? expected[i] : 0);
      }
    }
  }

  @Test
  void thereAreNoneWhereTheyWouldTakeTooMuch() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix rows = uneven(arena, 700, 100);
      float[] inverseNorms = inverseNorms(rows);
      assertThat(PrincipalBounds.of(arena, rows, 700, inverseNorms, 700 * 100 * 4)).isEmpty();
      assertThat(PrincipalBounds.of(arena, rows, 700, inverseNorms, 700 * 200 * 4)).isPresent();
    }
  }

  @Test
  void rulesMostRowsOut() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix rows = uneven(arena, 3000, 60);
      float[] inverseNorms = inverseNorms(rows);
      Matrix queries = units(arena, rows, inverseNorms, 20);
      PrincipalBounds bounds =
          PrincipalBounds.of(arena, rows, 3000, inverseNorms, MOST_BYTES).orElseThrow();
      float[] least = new float[20];
      Arrays.fill(least, 0.9f);
      long compared =
          bounds
              .prepare(arena, queries)
              .scan(0, 1, 3000, least, (query, row, cosine, at, count) -> {});
      assertThat(compared).isLessThan(20 * 3000 / 10);
    }
  }

  @Test
  void rowsThatAreLongInAllDirectionsHaveNone() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix rows = KernelData.random(arena, 500, 40, 1, 4);
      assertThat(PrincipalBounds.of(arena, rows, 500, inverseNorms(rows), MOST_BYTES)).isEmpty();
      Matrix few = KernelData.random(arena, 39, 40, 1, 4);
      assertThat(PrincipalBounds.of(arena, few, 39, inverseNorms(few), MOST_BYTES)).isEmpty();
    }
  }

  /** Along each axis a little shorter than along the one before. */
  private static Matrix uneven(Arena arena, int count, int dimensions) {
    Matrix rows = KernelData.random(arena, count, dimensions, 2, 2);
    for (int row = 0; row < count; row++) {
      for (int axis = 0; axis < dimensions; axis++) {
        rows.set(row, axis, rows.get(row, axis) * (float) Math.exp(-8.0 * axis / dimensions));
      }
    }
    return rows;
  }

  private static float[] inverseNorms(Matrix rows) {
    float[] inverse = new float[rows.rows()];
    for (int row = 0; row < inverse.length; row++) {
      double norm = Math.sqrt(dot(rows.row(row), rows.row(row)));
      inverse[row] = norm == 0 ? 0 : (float) (1 / norm);
    }
    return inverse;
  }

  private static Matrix units(Arena arena, Matrix rows, float[] inverseNorms, int count) {
    Matrix units = Matrix.allocate(arena, count, rows.dimensions());
    for (int query = 0; query < count; query++) {
      int row = query * (rows.rows() - 1) / count;
      float[] values = rows.row(row);
      for (int i = 0; i < values.length; i++) {
        values[i] *= inverseNorms[row];
      }
      units.setRow(query, values);
    }
    return units;
  }

  private static double cosine(Matrix queries, int query, Matrix rows, int row) {
    double norm = Math.sqrt(dot(rows.row(row), rows.row(row)));
    return norm == 0 ? 0 : dot(queries.row(query), rows.row(row)) / norm;
  }

  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
