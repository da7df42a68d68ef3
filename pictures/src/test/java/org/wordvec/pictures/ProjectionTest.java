package org.wordvec.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionTest {
  private static final int GROUP = 20;

  static Stream<Projection> projections() {
    return Stream.of(new PrincipalComponents(), new Tsne(30, 5), new Umap(15, 5));
  }

  @ParameterizedTest
  @MethodSource("projections")
  void groupsStayTogether(Projection projection) {
    double[][] places = projection.project(groups());
    assertThat(places.length).isEqualTo(3 * GROUP);
    for (int i = 0; i < places.length; i++) {
      double[] distances = new double[places.length];
      for (int j = 0; j < places.length; j++) {
        distances[j] = i == j ? Double.POSITIVE_INFINITY : distance(places[i], places[j]);
      }
      int nearest = 0;
      for (int j = 0; j < places.length; j++) {
        nearest = distances[j] < distances[nearest] ? j : nearest;
      }
      assertThat(nearest / GROUP).as("nearest of point %d", i).isEqualTo(i / GROUP);
    }
  }

  @ParameterizedTest
  @MethodSource("projections")
  void theSameSeedGivesTheSamePicture(Projection projection) {
    float[][] points = groups();
    float[][] before = groups();
    double[][] once = projection.project(points);
    assertThat(Arrays.deepEquals(projection.project(points), once)).isTrue();
    assertThat(Arrays.deepEquals(points, before)).as("points are left alone").isTrue();
  }

  @ParameterizedTest
  @MethodSource("projections")
  void fewAndEqualPointsHavePositions(Projection projection) {
    float[][] points = new float[projection.leastPoints()][3];
    points[0][0] = 1;
    for (double[] place : projection.project(points)) {
      assertThat(place).hasSize(2).doesNotContain(Double.NaN);
    }
  }

  @Test
  void anotherSeedGivesAnotherPicture() {
    assertThat(
            Arrays.deepEquals(new Tsne(30, 1).project(groups()), new Tsne(30, 2).project(groups())))
        .isFalse();
    assertThat(
            Arrays.deepEquals(new Umap(15, 1).project(groups()), new Umap(15, 2).project(groups())))
        .isFalse();
  }

  @Test
  void principalComponentsAreTheDirectionsOfLargestVariance() {
    float[][] points = {{0, 0, 3}, {0, 0, -3}, {1, 0, 0}, {-1, 0, 0}};
    double[][] places = new PrincipalComponents().project(points);
    assertThat(places[0]).containsExactly(new double[] {3, 0}, offset(1e-6));
    assertThat(places[3]).containsExactly(new double[] {0, -1}, offset(1e-6));
  }

  @Test
  void interruptionEndsTsne() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> new Tsne(30, 1).project(groups()));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void settingsAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Tsne(0.5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Umap(1, 1));
  }

  private static float[][] groups() {
    Random random = new Random(3);
    float[][] points = new float[3 * GROUP][8];
    for (int i = 0; i < points.length; i++) {
      for (int d = 0; d < 8; d++) {
        points[i][d] = (float) (0.2 * random.nextGaussian()) + (d == i / GROUP ? 4 : 0);
      }
    }
    return points;
  }

  private static double distance(double[] left, double[] right) {
    return Math.hypot(left[0] - right[0], left[1] - right[1]);
  }
}
