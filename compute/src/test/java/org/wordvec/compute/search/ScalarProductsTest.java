package org.wordvec.compute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;

class ScalarProductsTest {
  private static final DotProducts VECTOR = new VectorProducts();
  private static final DotProducts SCALAR = new ScalarProducts();

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 15, 3", "1, 16, 4", "5, 17, 7", "3, 100, 33"})
  void productsAreThoseOfTheVectorKernels(int queryCount, int rowCount, int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Random random = new Random(queryCount + rowCount);
      Matrix queries = random(arena, queryCount + 1, dimensions, random);
      Matrix rows = random(arena, rowCount + 2, dimensions, random);
      float[] expected = new float[queryCount * rowCount];
      float[] products = new float[queryCount * rowCount];
      VECTOR.multiply(queries.slice(1, queryCount), rows, 2, rowCount, expected);
      SCALAR.multiply(queries.slice(1, queryCount), rows, 2, rowCount, products);
      for (int i = 0; i < products.length; i++) {
        assertThat(products[i]).isCloseTo(expected[i], within(1e-5f * dimensions));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 4", "17, 7", "40, 100"})
  void measuresAreThoseOfTheVectorKernels(int rowCount, int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Random random = new Random(rowCount);
      Matrix queries = random(arena, 2, dimensions, random);
      Matrix rows = random(arena, rowCount + 1, dimensions, random);
      float[][] expected = new float[2][rowCount];
      float[][] found = new float[2][rowCount];
      VECTOR.measure(queries.slice(1, 1), rows, 1, rowCount, expected[0], expected[1]);
      SCALAR.measure(queries.slice(1, 1), rows, 1, rowCount, found[0], found[1]);
      for (int i = 0; i < rowCount; i++) {
        assertThat(found[0][i]).isCloseTo(expected[0][i], within(1e-5f * dimensions));
        assertThat(found[1][i]).isCloseTo(expected[1][i], within(1e-5f * dimensions));
      }
    }
  }

  @Test
  void unequalDimensionsAreRefused() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix queries = Matrix.allocate(arena, 1, 3);
      Matrix rows = Matrix.allocate(arena, 1, 4);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SCALAR.multiply(queries, rows, 0, 1, new float[1]));
    }
  }

  private static Matrix random(Arena arena, int rows, int dimensions, Random random) {
    Matrix matrix = Matrix.allocate(arena, rows, dimensions);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < dimensions; column++) {
        matrix.set(row, column, random.nextFloat(-1, 1));
      }
    }
    return matrix;
  }
}
