package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;

class TwoMeansTest {
  private static final int CAPACITY = 60;

  @AutoClose private final Arena arena = Arena.ofConfined();
  private final Matrix contexts = Matrix.allocate(arena, CAPACITY, Clusters.FEATURES);
  private final TwoMeans means = new TwoMeans(CAPACITY, Clusters.FEATURES, arena);

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "20, 20", "40, 5", "3, 57"})
  void findsWhatIsWellSeparated(int one, int other) {
    for (long seed = 0; seed < 20; seed++) {
      Clusters clusters = new Clusters(0.05, seed, one, other);
      clusters.writeTo(contexts);
      boolean[] labels = means.divide(contexts, clusters.size(), seed);
      boolean isFirst = labels[0];
      for (int i = 0; i < clusters.size(); i++) {
        assertThat(labels[i] == isFirst).isEqualTo(clusters.axis(i) == clusters.axis(0));
      }
    }
  }

  /** Whose labels no later step would change. */
  @Test
  void givesEachContextToTheCentreWithTheGreaterCosine() {
    for (long seed = 0; seed < 20; seed++) {
      Clusters clusters = new Clusters(0.3, seed, 15, 15);
      clusters.writeTo(contexts);
      boolean[] labels = means.divide(contexts, 30, seed).clone();
      double[][] centres = new double[2][Clusters.FEATURES];
      for (int i = 0; i < 30; i++) {
        for (int k = 0; k < Clusters.FEATURES; k++) {
          centres[labels[i] ? 1 : 0][k] += contexts.get(i, k);
        }
      }
      for (int i = 0; i < 30; i++) {
        double one = cosine(centres[1], contexts.row(i));
        double other = cosine(centres[0], contexts.row(i));
        assertThat(labels[i]).isEqualTo(one > other);
      }
    }
  }

  private static double cosine(double[] sum, float[] context) {
    double product = 0;
    double squares = 0;
    for (int k = 0; k < sum.length; k++) {
      product += sum[k] * context[k];
      squares += sum[k] * sum[k];
    }
    return product / Math.sqrt(squares);
  }

  @Test
  void isTheSameForTheSameKeyWhateverCameBefore() {
    Clusters clusters = new Clusters(0.8, 1, 12, 12);
    clusters.writeTo(contexts);
    boolean[] first = means.divide(contexts, 24, 5).clone();
    new Clusters(0.1, 2, 30, 30).writeTo(contexts);
    means.divide(contexts, 60, 6);
    clusters.writeTo(contexts);
    for (int i = 0; i < 24; i++) {
      assertThat(means.divide(contexts, 24, 5)[i]).isEqualTo(first[i]);
    }
  }

  @Test
  void dividesNothingThatIsAllTheSame() {
    for (int i = 0; i < 10; i++) {
      contexts.set(i, 3, 1);
    }
    boolean[] labels = means.divide(contexts, 10, 1);
    for (int i = 0; i < 10; i++) {
      assertThat(labels[i]).isEqualTo(labels[0]);
    }
  }
}
