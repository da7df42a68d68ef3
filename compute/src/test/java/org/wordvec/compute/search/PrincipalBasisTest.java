package org.wordvec.compute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.KernelData;

@Tag("kernel")
class PrincipalBasisTest {
  @Test
  void findsTheLongestDirectionsInTheirOrder() {
    try (Arena arena = Arena.ofConfined()) {
      // Along axis i the values are 2^-i as long, so that the eigenvectors are the axes.
      Matrix sample = KernelData.random(arena, 3000, 6, 2, 1);
      for (int row = 0; row < 3000; row++) {
        for (int axis = 0; axis < 6; axis++) {
          sample.set(row, axis, sample.get(row, axis) * (float) Math.pow(2, -axis));
        }
      }
      Matrix basis = Matrix.allocate(arena, 3, 6);
      double[] shares = PrincipalBasis.of(sample, basis);
      for (int direction = 0; direction < 3; direction++) {
        assertThat(Math.abs(basis.get(direction, direction))).isCloseTo(1, within(0.02f));
      }
      assertThat(shares[0]).isCloseTo(0.75, within(0.02));
      assertThat(shares[1]).isCloseTo(0.75 / 4, within(0.02));
      assertThat(shares[2]).isCloseTo(0.75 / 16, within(0.01));
    }
  }

  @Test
  void isOrthonormal() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix basis = Matrix.allocate(arena, 25, 33);
      PrincipalBasis.of(KernelData.random(arena, 90, 33, 1, 3), basis);
      double[][] rows = KernelData.rows(basis);
      for (int left = 0; left < 25; left++) {
        for (int right = 0; right < 25; right++) {
          double product = 0;
          for (int i = 0; i < 33; i++) {
            product += rows[left][i] * rows[right][i];
          }
          assertThat(product).isCloseTo(left == right ? 1 : 0, within(1e-6));
        }
      }
    }
  }

  @Test
  void leavesRowsWithoutADirectionZero() {
    try (Arena arena = Arena.ofConfined()) {
      Matrix sample = Matrix.allocate(arena, 10, 4);
      for (int row = 0; row < 10; row++) {
        sample.set(row, 2, row);
      }
      Matrix basis = Matrix.allocate(arena, 2, 4);
      double[] shares = PrincipalBasis.of(sample, basis);
      assertThat(Math.abs(basis.get(0, 2))).isCloseTo(1, within(1e-6f));
      assertThat(shares[0]).isCloseTo(1, within(1e-6));
      assertThat(basis.row(1)).containsOnly(0);
      assertThat(shares[1]).isZero();
      double[] nothing = PrincipalBasis.of(Matrix.allocate(arena, 10, 4), basis);
      assertThat(nothing).containsOnly(0);
    }
  }
}
