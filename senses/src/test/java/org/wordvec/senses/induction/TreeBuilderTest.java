package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.vectors.Geometry;

class TreeBuilderTest {
  private static final int CAPACITY = 100;

  @AutoClose private final Arena arena = Arena.ofConfined();
  private final TreeBuilder builder = new TreeBuilder(CAPACITY, Clusters.FEATURES, arena);

  private SenseTree build(Clusters clusters, int wanted, int smallest, long key) {
    clusters.writeTo(builder.contexts());
    return builder.build(clusters.size(), wanted, smallest, key);
  }

  /** Returns the axis that a cluster is around. */
  private static int axis(float[] mean) {
    return IntStream.range(0, mean.length).reduce(0, (best, i) -> mean[i] > mean[best] ? i : best);
  }

  /** Returns the axes around which the parts of a cluster of a coarser division are. */
  private static List<Integer> axes(SenseTree tree, int clusters, int cluster) {
    List<Integer> axes = new ArrayList<>();
    for (int leaf = 0; leaf < tree.size(); leaf++) {
      int at = leaf;
      while (at >= clusters) {
        at = tree.parents()[at - 1];
      }
      if (at == cluster) {
        axes.add(axis(tree.means().get(leaf)));
      }
    }
    return axes;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsWellSeparatedClusters(long seed) {
    Clusters clusters = new Clusters(0.04, seed, 40, 30, 18, 12);
    SenseTree tree = build(clusters, 4, 5, seed);
    assertThat(tree.size()).isEqualTo(4);
    assertThat(tree.means().stream().map(TreeBuilderTest::axis))
        .containsExactlyInAnyOrder(0, 1, 2, 3);
    for (int leaf = 0; leaf < 4; leaf++) {
      List<Integer> axis = List.of(axis(tree.means().get(leaf)));
      assertThat(tree.shares()[leaf]).isEqualTo(clusters.size(axis) / 100f);
      double[] sum = clusters.sum(axis);
      for (int k = 0; k < Clusters.FEATURES; k++) {
        double mean = sum[k] / clusters.size(axis);
        float found = tree.means().get(leaf)[k];
        assertThat((double) found).isCloseTo(mean, within(1e-6 + Math.abs(mean) / 1024));
        assertThat(Float.float16ToFloat(Float.floatToFloat16(found))).isEqualTo(found);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void separationsAreThoseOfTheFormula(long seed) {
    Clusters clusters = new Clusters(0.04, seed, 40, 30, 18, 12);
    SenseTree tree = build(clusters, 4, 5, seed);
    for (int step = 0; step < 3; step++) {
      int k = step + 2;
      List<Integer> one = axes(tree, k, tree.parents()[step]);
      List<Integer> other = axes(tree, k, step + 1);
      double n = clusters.size(one);
      double m = clusters.size(other);
      double cosine = cosine(clusters.sum(one), clusters.sum(other));
      double expected = 2 * k * n * m * (1 - cosine) / ((n + m) * 100);
      assertThat((double) tree.separations()[step]).isCloseTo(expected, within(1e-5));
    }
  }

  private static double cosine(double[] one, double[] other) {
    double product = 0;
    double squares = 0;
    double others = 0;
    for (int k = 0; k < one.length; k++) {
      product += one[k] * other[k];
      squares += one[k] * one[k];
      others += other[k] * other[k];
    }
    return product / Math.sqrt(squares * others);
  }

  /** Two axes with two directions around each, of which those around one are further apart. */
  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void dividesTheClusterWhosePartsAreSeparatedMost(int wide) {
    Random random = new Random(1);
    for (int row = 0; row < CAPACITY; row++) {
      int axis = row % 2 == 0 ? 0 : 4;
      float[] context = new float[Clusters.FEATURES];
      for (int i = 0; i < context.length; i++) {
        context[i] = (float) (0.01 * random.nextGaussian());
      }
      context[axis] += 1;
      context[axis + 1] += (row % 4 < 2 ? 1 : -1) * (axis == wide ? 0.6f : 0.3f);
      builder.contexts().setRow(row, Geometry.unit(context));
    }
    SenseTree tree = builder.build(CAPACITY, 4, 5, 1);
    assertThat(tree.size()).isEqualTo(4);
    List<float[]> three = tree.division(3).stream().map(SenseTree.Cluster::centre).toList();
    int narrow = 4 - wide;
    assertThat(three).filteredOn(centre -> centre[narrow] > 0.999).hasSize(1);
    assertThat(three).filteredOn(centre -> centre[wide + 1] > 0.5).hasSize(1);
    assertThat(three).filteredOn(centre -> centre[wide + 1] < -0.5).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void findsNoMoreClustersThanWanted(int wanted) {
    SenseTree tree = build(new Clusters(0.3, 1, 25, 25, 25, 25), wanted, 3, 1);
    assertThat(tree.size()).isEqualTo(wanted);
    assertThat(tree.parents()).hasSize(wanted - 1);
    assertThat(tree.separations()).hasSize(wanted - 1);
    assertThat(tree.means()).hasSize(wanted);
    assertThat(IntStream.range(0, wanted).mapToDouble(i -> tree.shares()[i]).sum())
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void firstStepsDoNotDependOnHowManyAreWanted() {
    Clusters clusters = new Clusters(0.3, 1, 40, 30, 20, 10);
    SenseTree six = build(clusters, 6, 3, 1);
    SenseTree three = build(clusters, 3, 3, 1);
    assertThat(three.parents()).containsExactly(six.parents()[0], six.parents()[1]);
    assertThat(three.separations()).containsExactly(six.separations()[0], six.separations()[1]);
  }

  @Test
  void doesNotDivideIntoPartsThatAreTooSmall() {
    Clusters clusters = new Clusters(0.04, 1, 40, 9);
    assertThat(build(clusters, 2, 9, 1).size()).isEqualTo(2);
    assertThat(build(clusters, 2, 10, 1).size()).isEqualTo(1);
    assertThat(build(new Clusters(0.04, 1, 9, 9), 2, 10, 1).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void leavesEqualContextsWhole(int count) {
    for (int row = 0; row < count; row++) {
      builder.contexts().setRow(row, new float[] {0, 0.6f, 0.8f, 0, 0, 0, 0, 0, 0});
    }
    SenseTree tree = builder.build(count, 5, 1, 1);
    assertThat(tree.size()).isEqualTo(1);
    assertThat(tree.shares()).containsExactly(1);
    assertThat(tree.means().getFirst()[1]).isCloseTo(0.6f, within(1e-3f));
  }

  @Test
  void isTheSameForTheSameKeyWhateverCameBefore() {
    Clusters clusters = new Clusters(0.5, 1, 30, 30, 30);
    SenseTree first = build(clusters, 5, 3, 7);
    build(new Clusters(0.2, 2, 50, 50), 5, 3, 8);
    SenseTree again = build(clusters, 5, 3, 7);
    assertThat(again.parents()).isEqualTo(first.parents());
    assertThat(again.separations()).isEqualTo(first.separations());
    assertThat(again.shares()).isEqualTo(first.shares());
    assertThat(again.means().toArray(float[][]::new))
        .isDeepEqualTo(first.means().toArray(float[][]::new));
  }
}
