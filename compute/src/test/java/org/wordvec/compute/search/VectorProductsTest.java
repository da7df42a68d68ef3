package org.wordvec.compute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;

@Tag("kernel")
class VectorProductsTest {
  private static final DotProducts PRODUCTS = new VectorProducts();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 100})
  void agreesWithDoublePrecision(int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix queries = random(arena, 20 + 2, dimensions, 1);
      Matrix rows = random(arena, 20 + 3, dimensions, 2);
      // Every count of either, in other pairs for other dimensions: all pairs would take long where
      // the JVM emulates a vector width that the machine does not have.
      for (int queryCount = 1; queryCount <= 20; queryCount++) {
        check(queries, 2, queryCount, rows, 3, 1 + (7 * queryCount + dimensions) % 20);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33, 65})
  void crossesBlocksOfRows(int rowCount) {
    try (Arena arena = Arena.ofConfined()) {
      check(random(arena, 13, 37, 3), 0, 13, random(arena, 65, 37, 4), 0, rowCount);
    }
  }

  @Test
  void productOfManyQueriesDoesNotDependOnTheCut() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix queries = random(arena, 17, 33, 5);
      Matrix rows = random(arena, 50, 33, 6);
      float[] whole = new float[17 * 50];
      PRODUCTS.multiply(queries, rows, 0, 50, whole);
      float[] part = new float[5 * 7];
      PRODUCTS.multiply(queries.slice(11, 5), rows, 40, 7, part);
      for (int query = 0; query < 5; query++) {
        int from = (11 + query) * 50 + 40;
        assertThat(Arrays.copyOfRange(part, query * 7, query * 7 + 7))
            .containsExactly(Arrays.copyOfRange(whole, from, from + 7));
      }
    }
  }

  @Test
  void leavesTheRestOfTheProductsAlone() {
    try (Arena arena = Arena.ofConfined()) {
      float[] products = new float[4 * 3 + 1];
      products[12] = 7;
      PRODUCTS.multiply(random(arena, 4, 5, 7), random(arena, 3, 5, 8), 0, 3, products);
      assertThat(products[12]).isEqualTo(7);
    }
  }

  @Test
  void nothingTimesNothing() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = random(arena, 2, 5, 9);
      PRODUCTS.multiply(matrix.slice(2, 0), matrix, 0, 2, new float[0]);
      PRODUCTS.multiply(matrix, matrix, 2, 0, new float[0]);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = random(arena, 2, 5, 10);
      assertThatThrownBy(() -> PRODUCTS.multiply(matrix, matrix, 0, 2, new float[3]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> PRODUCTS.multiply(matrix, matrix, -1, 2, new float[4]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      Matrix wider = random(arena, 2, 6, 11);
      assertThatThrownBy(() -> PRODUCTS.multiply(matrix, wider, 0, 2, new float[4]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no dot products between 5 and 6 dimensions");
    }
  }

  private static void check(
      Matrix queries, int firstQuery, int queryCount, Matrix rows, int firstRow, int rowCount) {
    float[] products = new float[queryCount * rowCount];
    PRODUCTS.multiply(queries.slice(firstQuery, queryCount), rows, firstRow, rowCount, products);
    for (int query = 0; query < queryCount; query++) {
      for (int row = 0; row < rowCount; row++) {
        assertThat((double) products[query * rowCount + row])
            .as("%d queries, %d rows: product %d, %d", queryCount, rowCount, query, row)
            .isCloseTo(
                reference(queries.row(firstQuery + query), rows.row(firstRow + row)), within(1e-5));
      }
    }
  }

  private static double reference(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }

  private static Matrix random(Arena arena, int rows, int dimensions, long seed) {
    Random random = new Random(seed);
    Matrix matrix = Matrix.allocate(arena, rows, dimensions);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < dimensions; column++) {
        matrix.set(row, column, random.nextFloat() * 2 - 1);
      }
    }
    return matrix;
  }
}
