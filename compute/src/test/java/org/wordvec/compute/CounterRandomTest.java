package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterRandomTest {
  @Test
  void drawsTheSameOnEveryMachineAndInEveryVersion() {
    assertThat(CounterRandom.key(1, 0)).isEqualTo(-2529857523242969672L);
    assertThat(CounterRandom.key(-7, 12)).isEqualTo(8909194455911946206L);
    assertThat(CounterRandom.draw(CounterRandom.key(1, 0), 0, 0)).isEqualTo(736442933886495122L);
    assertThat(CounterRandom.draw(CounterRandom.key(1, 3), 1L << 40, 1023))
        .isEqualTo(9125393312529758518L);
  }

  @Test
  void drawsWhatSplitMixDraws() {
    long key = CounterRandom.key(42, 7);
    SplittableRandom reference = new SplittableRandom(key);
    for (int counter = 1; counter < 10_000; counter++) {
      int draw = counter % CounterRandom.DRAWS;
      assertThat(CounterRandom.draw(key, counter / CounterRandom.DRAWS, draw))
          .isEqualTo(reference.nextLong());
    }
  }

  @Test
  void noTwoDrawsOfAnEpochAreTheSame() {
    long key = CounterRandom.key(1, 0);
    Set<Long> seen = new HashSet<>();
    for (int position = 0; position < 50; position++) {
      for (int draw = 0; draw < CounterRandom.DRAWS; draw++) {
        seen.add(CounterRandom.draw(key, position, draw));
      }
    }
    assertThat(seen).hasSize(50 * CounterRandom.DRAWS);
  }

  @Test
  void seedsAndEpochsGiveDifferentKeys() {
    Set<Long> keys = new HashSet<>();
    for (int seed = -20; seed < 20; seed++) {
      for (int epoch = -1; epoch < 20; epoch++) {
        keys.add(CounterRandom.key(seed, epoch));
      }
    }
    assertThat(keys).hasSize(40 * 21);
  }

  @Test
  void bytesAreUniformInEveryDirection() {
    long key = CounterRandom.key(5, 0);
    for (int shift = 0; shift < 64; shift += 8) {
      int at = shift;
      assertUniform(i -> CounterRandom.draw(key, i, 0) >>> at & 0xff, 256);
      assertUniform(i -> CounterRandom.draw(key, i / 1024, i % 1024) >>> at & 0xff, 256);
      assertUniform(i -> CounterRandom.draw(CounterRandom.key(5, i), 3, 1) >>> at & 0xff, 256);
      assertUniform(i -> CounterRandom.draw(CounterRandom.key(i, 0), 3, 1) >>> at & 0xff, 256);
    }
  }

  @Test
  void neighboursDoNotDependOnEachOther() {
    long key = CounterRandom.key(6, 1);
    assertUniform(i -> nibble(key, i, 0) * 16 + nibble(key, i + 1, 0), 256);
    assertUniform(i -> nibble(key, i, 0) * 16 + nibble(key, i, 1), 256);
    assertUniform(i -> nibble(key, i, 0) * 16 + nibble(CounterRandom.key(6, 2), i, 0), 256);
  }

  private static long nibble(long key, long position, int draw) {
    return CounterRandom.draw(key, position, draw) >>> 60;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000, Integer.MAX_VALUE})
  void belowStaysBelow(int bound) {
    assertThat(CounterRandom.below(0, bound)).isZero();
    assertThat(CounterRandom.below(-1, bound)).isEqualTo(bound - 1);
    for (int i = 0; i < 1000; i++) {
      assertThat(CounterRandom.below(CounterRandom.draw(9, i, 0), bound)).isBetween(0, bound - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 100, 1000})
  void belowIsUniform(int bound) {
    assertUniform(i -> CounterRandom.below(CounterRandom.draw(9, i, 0), bound), bound);
  }

  /** Chi-square of 100,000 draws, at most five standard deviations above its mean. */
  private static void assertUniform(IntToLongFunction draws, int outcomes) {
    int count = 100_000;
    long[] counts = new long[outcomes];
    for (int i = 0; i < count; i++) {
      counts[(int) draws.applyAsLong(i)]++;
    }
    double expected = (double) count / outcomes;
    double chiSquare = 0;
    for (long observed : counts) {
      chiSquare += (observed - expected) * (observed - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(outcomes - 1 + 5 * Math.sqrt(2.0 * (outcomes - 1)));
  }
}
