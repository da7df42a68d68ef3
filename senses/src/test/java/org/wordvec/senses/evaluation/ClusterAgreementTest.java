package org.wordvec.senses.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClusterAgreementTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private static ClusterAgreement table(long[]... rows) {
    return new ClusterAgreement(List.of(rows));
  }

  @Test
  void countsClassesAndClusters() {
    ClusterAgreement agreement =
        ClusterAgreement.of(List.of("a", "b", "a", "c", "b", "a"), new int[] {0, 2, 0, 2, 0, 3});
    assertThat(agreement.table().toArray(long[][]::new))
        .isDeepEqualTo(new long[][] {{2, 0, 0, 1}, {1, 0, 1, 0}, {0, 0, 1, 0}});
    assertThat(agreement.clusters()).isEqualTo(3);
  }

  /** Yeung and Ruzzo 2001, "Details of the adjusted Rand index": 0.313. */
  @Test
  void agreesWithTheExampleOfYeungAndRuzzo() {
    ClusterAgreement agreement =
        table(new long[] {1, 1, 0}, new long[] {1, 2, 1}, new long[] {0, 0, 4});
    double expected = 13 * 14 / 45.0;
    assertThat(agreement.adjustedRand())
        .isCloseTo((7 - expected) / (13.5 - expected), EXACTLY)
        .isCloseTo(0.313, within(5e-4));
    // 7 of 14 pairs found are right, and of 13 wanted.
    assertThat(agreement.pairedF()).isCloseTo(2 * 0.5 * (7 / 13.0) / (0.5 + 7 / 13.0), EXACTLY);
    assertThat(agreement.clusters()).isEqualTo(3);
  }

  /** scikit-learn's examples: 4/7, and 0.8 for a class in two clusters. */
  @Test
  void agreesWithAClassInTwoClusters() {
    ClusterAgreement agreement = ClusterAgreement.of(List.of(0, 0, 1, 1), new int[] {0, 0, 1, 2});
    assertThat(agreement.adjustedRand()).isCloseTo(4 / 7.0, EXACTLY);
    assertThat(agreement.vMeasure()).isCloseTo(0.8, EXACTLY);
    assertThat(agreement.pairedF()).isCloseTo(2 / 3.0, EXACTLY);
  }

  @Test
  void isOneForTheSamePartition() {
    ClusterAgreement agreement =
        ClusterAgreement.of(List.of("a", "b", "a", "c"), new int[] {2, 1, 2, 0});
    assertThat(agreement.adjustedRand()).isCloseTo(1, EXACTLY);
    assertThat(agreement.vMeasure()).isCloseTo(1, EXACTLY);
    assertThat(agreement.pairedF()).isCloseTo(1, EXACTLY);
  }

  @Test
  void isWorseThanChanceWhereEachClassIsHalved() {
    ClusterAgreement agreement = table(new long[] {1, 1}, new long[] {1, 1});
    assertThat(agreement.adjustedRand()).isCloseTo(-0.5, EXACTLY);
    assertThat(agreement.vMeasure()).isCloseTo(0, EXACTLY);
    assertThat(agreement.pairedF()).isZero();
  }

  @Test
  void oneClusterForTwoClassesTellsNothing() {
    ClusterAgreement agreement = table(new long[] {3}, new long[] {2});
    assertThat(agreement.adjustedRand()).isCloseTo(0, EXACTLY);
    assertThat(agreement.vMeasure()).isCloseTo(0, EXACTLY);
    // 4 of 10 pairs are right.
    assertThat(agreement.pairedF()).isCloseTo(2 * 0.4 / 1.4, EXACTLY);
    assertThat(agreement.clusters()).isEqualTo(1);
  }

  @Test
  void twoClustersForOneClassTellNothing() {
    ClusterAgreement agreement = table(new long[] {3, 2});
    assertThat(agreement.adjustedRand()).isCloseTo(0, EXACTLY);
    assertThat(agreement.vMeasure()).isCloseTo(0, EXACTLY);
    assertThat(agreement.pairedF()).isCloseTo(2 * 0.4 / 1.4, EXACTLY);
  }

  @Test
  void oneClusterForOneClassIsRight() {
    for (ClusterAgreement agreement :
        Stream.of(table(new long[] {5}), table(new long[] {100_003})).toList()) {
      assertThat(agreement.adjustedRand()).isEqualTo(1);
      assertThat(agreement.vMeasure()).isCloseTo(1, EXACTLY);
      assertThat(agreement.pairedF()).isCloseTo(1, EXACTLY);
    }
  }

  @Test
  void clustersOfOneItemEachHaveNoPairs() {
    ClusterAgreement agreement = table(new long[] {1, 1, 0, 0}, new long[] {0, 0, 1, 1});
    assertThat(agreement.adjustedRand()).isCloseTo(0, EXACTLY);
    assertThat(agreement.vMeasure()).isCloseTo(2 * 0.5 / 1.5, EXACTLY);
    assertThat(agreement.pairedF()).isZero();
  }

  @Test
  void vMeasureIsTheHarmonicMeanOfBothEntropies() {
    ClusterAgreement agreement = table(new long[] {3, 1}, new long[] {0, 4});
    double classes = Math.log(2);
    double clusters = -(3 / 8.0 * Math.log(3 / 8.0) + 5 / 8.0 * Math.log(5 / 8.0));
    double cells =
        -(3 / 8.0 * Math.log(3 / 8.0) + 1 / 8.0 * Math.log(1 / 8.0) + 0.5 * Math.log(0.5));
    double homogeneity = 1 - (cells - clusters) / classes;
    double completeness = 1 - (cells - classes) / clusters;
    assertThat(agreement.vMeasure())
        .isCloseTo(2 * homogeneity * completeness / (homogeneity + completeness), EXACTLY);
  }
}
