package org.wordvec.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;
import org.wordvec.vectors.search.SearchEngine;

/** ND4J computes the same products as our own search. */
class Nd4jSearchTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "3, 5, 40, 17", "7, 100, 300, 33", "256, 64, 1500, 100"})
  void multipliesAsWeDo(int queryCount, int dimensions, int rowCount, int some) {
    try (Arena arena = Arena.ofShared()) {
      Random random = new Random(1);
      Matrix queries = random(arena, queryCount + 2, dimensions, random);
      Matrix rows = random(arena, rowCount, dimensions, random);
      SearchEngine.Products theirs = new Nd4jSearch().over(rows, rowCount);
      SearchEngine.Products ours = SearchEngine.BUILT_IN.over(rows, rowCount);
      int first = rowCount - some;
      float[] found = new float[queryCount * some];
      float[] expected = new float[queryCount * some];

      theirs.multiply(queries, queryCount, first, some, found);
      ours.multiply(queries, queryCount, first, some, expected);

      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).as("product %d", i).isCloseTo(expected[i], within(1e-4f));
      }
    }
  }

  private static Matrix random(Arena arena, int rows, int dimensions, Random random) {
    Matrix matrix = Matrix.allocate(arena, rows, dimensions);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < dimensions; column++) {
        matrix.set(row, column, (float) random.nextGaussian());
      }
    }
    return matrix;
  }
}
