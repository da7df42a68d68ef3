package org.wordvec.compute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.KernelData;

@Tag("kernel")
class QueryTilesTest {
  @ParameterizedTest
  @CsvSource({"1,1,1", "5,31,7", "6,32,16", "7,33,17", "13,70,33", "12,64,1"})
  void scaledProductsAgreeWithDoublePrecision(int count, int rowCount, int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix queries = KernelData.random(arena, count + 2, dimensions, 2, 1);
      Matrix rows = KernelData.random(arena, rowCount + 3, dimensions, 2, 2);
      float[] factors = new float[rowCount + 3];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = 0.5f + i;
      }
      float[] products = new float[count * rowCount + 1];
      products[count * rowCount] = 7;
      QueryTiles packed = new QueryTiles(queries.slice(2, count));
      packed.multiplyScaled(rows, 3, rowCount, factors, products);
      double[][] q = KernelData.rows(queries);
      double[][] r = KernelData.rows(rows);
      for (int query = 0; query < count; query++) {
        for (int row = 0; row < rowCount; row++) {
          double expected = factors[3 + row] * dot(q[2 + query], r[3 + row]);
          assertThat((double) products[query * rowCount + row])
              .isCloseTo(expected, within(1e-5 * factors[3 + row]));
        }
      }
      assertThat(products[count * rowCount]).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "5,31,7", "13,70,33", "12,64,1"})
  void scanOffersAllThatReachTheirBounds(int count, int rowCount, int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix queries = KernelData.random(arena, count, dimensions, 2, 1);
      Matrix rows = KernelData.random(arena, rowCount + 3, dimensions, 2, 2);
      float[] factors = new float[rowCount + 3];
      Arrays.fill(factors, 0.5f);
      float[] products = new float[count * rowCount];
      QueryTiles packed = new QueryTiles(queries.slice(0, count));
      packed.multiplyScaled(rows, 3, rowCount, factors, products);
      float[] bounds = new float[count];
      Arrays.fill(bounds, 0.2f);
      float[] found = new float[count * rowCount];
      packed.scan(
          rows,
          3,
          rowCount,
          factors,
          bounds,
          (query, firstRow, offered, at, offeredCount) -> {
            int reached = 0;
            for (int i = 0; i < offeredCount; i++) {
              if (offered[at + i] >= 0.2f) {
                found[query * rowCount + firstRow - 3 + i] = offered[at + i];
                reached++;
              }
            }
            assertThat(reached).isPositive();
          });
      for (int i = 0; i < products.length; i++) {
        assertThat(found[i]).isEqualTo(products[i] >= 0.2f ? products[i] : 0);
      }
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = KernelData.random(arena, 8, 5, 1, 3);
      QueryTiles packed = new QueryTiles(matrix);
      assertThat(packed.count()).isEqualTo(8);
      assertThatThrownBy(() -> packed.multiply(matrix, 0, 8, new float[63]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> packed.multiplyScaled(matrix, 0, 8, new float[7], new float[64]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(
              () -> packed.scan(matrix, 0, 8, new float[8], new float[7], (q, r, p, at, n) -> {}))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> packed.multiply(matrix, 1, 8, new float[64]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      Matrix wider = KernelData.random(arena, 8, 6, 1, 3);
      assertThatThrownBy(() -> packed.multiply(wider, 0, 8, new float[64]))
          .hasMessage("no dot products between 5 and 6 dimensions");
    }
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
