package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.AliasTable;
import org.wordvec.compute.CounterRandom;

class NoisePoolTest {
  private static final long KEY = CounterRandom.key(5, 2);
  private static final AliasTable NOISE =
      AliasTable.of(IntStream.range(1, 9_000).mapToDouble(Math::sqrt).toArray());

  @Test
  void staysForASlice() {
    NoisePool pool = new NoisePool(NOISE, 0);
    pool.begin(KEY, 3);
    int[] first = words(pool);
    pool.moveTo(1_000_000);
    assertThat(words(pool)).isEqualTo(first).isEqualTo(sequence(3 * NoisePool.SIZE));
    pool.begin(KEY, 4);
    assertThat(words(pool)).isEqualTo(sequence(4 * NoisePool.SIZE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 700})
  void renewsSomeWordsAtEveryPosition(int renewed) {
    NoisePool pool = new NoisePool(NOISE, renewed);
    pool.begin(KEY, 7);
    for (long position : new long[] {0, 1, 2, 5, 6, 511, 512, 513, 40_000, 3_000_000_000L}) {
      pool.moveTo(position);
      assertThat(words(pool)).as("at %d", position).isEqualTo(sequence(position * renewed));
    }
  }

  @Test
  void dependsOnThePositionAlone() {
    NoisePool pool = new NoisePool(NOISE, 4);
    pool.begin(KEY, 1);
    pool.moveTo(90_000);
    pool.begin(KEY, 0);
    pool.moveTo(10);
    assertThat(words(pool)).isEqualTo(sequence(40));
    pool.begin(KEY + 1, 0);
    pool.moveTo(10);
    assertThat(words(pool)).isNotEqualTo(sequence(40));
  }

  /** The pool by its places. */
  private static int[] words(NoisePool pool) {
    int[] words = new int[NoisePool.SIZE];
    Arrays.setAll(words, place -> pool.draw((long) place << (64 - 11)));
    return words;
  }

  /** The noise words from number {@code first} on, each at its number modulo the pool's size. */
  private static int[] sequence(long first) {
    int[] words = new int[NoisePool.SIZE];
    for (long n = first; n < first + NoisePool.SIZE; n++) {
      words[(int) (n % NoisePool.SIZE)] = NOISE.draw(CounterRandom.draw(~KEY, n, 0));
    }
    return words;
  }
}
