package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class ThresholdTest {
  @Test
  void agreesWithAPlainLoop() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      float[] values = new float[random.nextInt(200)];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(50) == 0 ? Float.NaN : random.nextFloat();
      }
      int from = random.nextInt(values.length + 1);
      int to = from + random.nextInt(values.length - from + 1);
      float least = 0.9f + 0.1f * random.nextFloat();
      assertThat(Threshold.next(values, from, to, least)).isEqualTo(plain(values, from, to, least));
    }
  }

  @Test
  void reachedSetsTheBitOfEachLane() {
    float[] values = new float[3 + 2 * Simd.LANES];
    Arrays.fill(values, Float.NaN);
    values[2] = 1;
    values[3] = 0.5f;
    values[3 + Simd.LANES] = 0.7f;
    values[2 + 2 * Simd.LANES] = 0.4f;
    assertThat(Threshold.reached(values, 3, 0.5f)).isEqualTo(1L | 1L << Simd.LANES);
    assertThat(Threshold.reached(values, 3, 0.4f))
        .isEqualTo(1L | 1L << Simd.LANES | 1L << (2 * Simd.LANES - 1));
  }

  @Test
  void equalIsEnoughAndNaNIsNever() {
    float[] values = new float[100];
    Arrays.fill(values, Float.NaN);
    assertThat(Threshold.next(values, 0, 100, Float.NEGATIVE_INFINITY)).isEqualTo(100);
    values[70] = 0.5f;
    assertThat(Threshold.next(values, 0, 100, 0.5f)).isEqualTo(70);
    assertThat(Threshold.next(values, 71, 100, 0.5f)).isEqualTo(100);
    assertThat(Threshold.next(values, 0, 70, 0.5f)).isEqualTo(70);
  }

  @Test
  void refusesARangeOutsideTheArray() {
    assertThatThrownBy(() -> Threshold.next(new float[3], 0, 4, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static int plain(float[] values, int from, int to, float least) {
    for (int i = from; i < to; i++) {
      if (values[i] >= least) {
        return i;
      }
    }
    return to;
  }
}
