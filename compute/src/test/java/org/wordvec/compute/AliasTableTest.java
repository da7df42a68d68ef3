package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AliasTableTest {
  static Stream<double[]> distributions() {
    Random random = new Random(1);
    return Stream.of(
        new double[] {1, 1},
        new double[] {1, 2, 3},
        new double[] {3, 2, 1},
        new double[] {0, 5, 0, 5, 0, 1},
        new double[] {1e-9, 1, 1e9},
        new double[] {1e300, 3e300, 5e300},
        new double[] {1e-300, 3e-300, 5e-300},
        new double[] {3e-320, 6e-320, 0},
        random.doubles(10).toArray(),
        random.doubles(1000).map(x -> x * x * x).toArray(),
        zipf(5000, 0.75),
        zipf(300, 2));
  }

  private static double[] zipf(int size, double exponent) {
    double[] weights = new double[size];
    Arrays.setAll(weights, rank -> Math.pow(1e6 / (rank + 1), exponent));
    return weights;
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void drawsByWeight(double[] weights) {
    AliasTable table = AliasTable.of(weights);
    int draws = 400_000;
    long[] counts = new long[weights.length];
    for (int i = 0; i < draws; i++) {
      counts[table.draw(CounterRandom.draw(11, i, 0))]++;
    }
    // Chi-square with the outcomes that are too rare for it in one bin.
    double sum = Arrays.stream(weights).sum();
    double chiSquare = 0;
    double rareExpected = 0;
    double rareObserved = 0;
    int bins = 0;
    for (int outcome = 0; outcome < weights.length; outcome++) {
      double expected = weights[outcome] / sum * draws;
      if (expected < 10) {
        rareExpected += expected;
        rareObserved += counts[outcome];
      } else {
        chiSquare += Math.pow(counts[outcome] - expected, 2) / expected;
        bins++;
      }
    }
    assertThat(chiSquare).isLessThan(bins + 5 * Math.sqrt(2.0 * bins));
    assertThat(rareObserved)
        .isBetween(
            rareExpected - 5 * Math.sqrt(rareExpected),
            rareExpected + 5 * Math.sqrt(rareExpected) + 1);
  }

  @Test
  void neverDrawsAnOutcomeWithoutWeight() {
    Random random = new Random(2);
    for (int size = 2; size < 200; size++) {
      double[] weights = random.doubles(size).map(x -> x < 0.5 ? 0 : Math.pow(x, 1 / x)).toArray();
      weights[random.nextInt(size)] = 3;
      AliasTable table = AliasTable.of(weights);
      for (int i = 0; i < 5_000; i++) {
        assertThat(weights[table.draw(random.nextLong())]).isPositive();
      }
      assertThat(weights[table.draw(0)]).isPositive();
      assertThat(weights[table.draw(-1)]).isPositive();
    }
  }

  @Test
  void neverDrawsAnOutcomeWithoutWeightWhereTheOthersAreTiny() {
    AliasTable table = AliasTable.of(new double[] {0, Double.MIN_VALUE, 0});
    for (int i = 0; i < 1000; i++) {
      assertThat(table.draw(CounterRandom.draw(1, i, 0))).isEqualTo(1);
    }
  }

  @Test
  void drawsTheOnlyOutcome() {
    for (double weight : new double[] {1e-300, 1, 1e300}) {
      AliasTable table = AliasTable.of(new double[] {weight});
      assertThat(table.draw(0)).isZero();
      assertThat(table.draw(-1)).isZero();
      assertThat(table.draw(0x123456789abcdefL)).isZero();
    }
  }

  @Test
  void dependsOnTheBitsAlone() {
    AliasTable one = AliasTable.of(new double[] {1, 2, 3});
    AliasTable other = AliasTable.of(new double[] {2, 4, 6});
    for (int i = 0; i < 1000; i++) {
      long bits = CounterRandom.draw(3, i, 0);
      assertThat(one.draw(bits)).isEqualTo(one.draw(bits)).isEqualTo(other.draw(bits));
    }
  }

  static Stream<double[]> noDistributions() {
    return Stream.of(
        new double[] {},
        new double[] {0, 0},
        new double[] {1, -1e-9},
        new double[] {1, Double.NaN},
        new double[] {1, Double.POSITIVE_INFINITY},
        new double[] {1e308, 1e308});
  }

  @ParameterizedTest
  @MethodSource("noDistributions")
  void refusesWhatIsNoDistribution(double[] weights) {
    assertThatThrownBy(() -> AliasTable.of(weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight");
  }
}
