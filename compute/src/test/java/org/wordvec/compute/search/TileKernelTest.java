package org.wordvec.compute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.KernelData;
import org.wordvec.compute.simd.Addresses;
import org.wordvec.compute.simd.Simd;

@Tag("kernel")
class TileKernelTest {
  private static final int BLOCK = PackedRows.BLOCK;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16, 33, 100})
  void agreesWithDoublePrecision(int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      Matrix vectors = KernelData.random(arena, 9, dimensions, 2, 1);
      Matrix rows = KernelData.random(arena, 2 * BLOCK, dimensions, 2, 2);
      PackedRows packed = new PackedRows(arena, 2 * BLOCK, dimensions);
      packed.set(1, rows, lane -> 2 * lane, BLOCK, PackedRows.NO_FACTORS);
      int[] chosen = {8, 0, 3, 3, 7, 1};
      long[] addresses =
          Arrays.stream(chosen).mapToLong(row -> Addresses.of(vectors, row)).toArray();
      float[] least = {0.1f, 1000, Float.NEGATIVE_INFINITY, 0.2f, -0.3f, Float.POSITIVE_INFINITY};
      int stride = BLOCK + 3;
      float[] products = new float[5 + 6 * stride];
      Arrays.fill(products, 9);
      long block = packed.address(1);
      int reached = TileKernel.multiply(addresses, block, dimensions, least, products, 5, stride);
      double[][] v = KernelData.rows(vectors);
      double[][] r = KernelData.rows(rows);
      for (int i = 0; i < 6; i++) {
        boolean any = false;
        for (int lane = 0; lane < BLOCK; lane++) {
          float product = products[5 + i * stride + lane];
          double expected = dot(v[chosen[i]], r[2 * lane]);
          assertThat((double) product).isCloseTo(expected, within(1e-5));
          any |= product >= least[i];
        }
        assertThat((reached >>> i & 1) == 1).isEqualTo(any);
        for (int behind = BLOCK;
            behind < stride && 5 + i * stride + behind < 5 + 5 * stride;
            behind++) {
          assertThat(products[5 + i * stride + behind]).isEqualTo(9);
        }
      }
      assertThat(reached >>> 6).isZero();
    }
  }

  @Test
  void reachedSetsTheBitOfEachRow() {
    float[] products = new float[3 + BLOCK];
    Arrays.fill(products, Float.NaN);
    products[2] = 1;
    products[3] = 0.5f;
    products[3 + Simd.LANES] = 0.7f;
    products[2 + BLOCK] = 0.4f;
    assertThat(TileKernel.reached(products, 3, 0.5f)).isEqualTo(1L | 1L << Simd.LANES);
    assertThat(TileKernel.reached(products, 3, 0.4f))
        .isEqualTo(1L | 1L << Simd.LANES | 1L << (BLOCK - 1));
    assertThat(TileKernel.reached(products, 3, Float.NEGATIVE_INFINITY))
        .isEqualTo(1L | 1L << Simd.LANES | 1L << (BLOCK - 1));
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
