package org.wordvec.senses.induction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.wordvec.compute.Matrix;
import org.wordvec.vectors.Geometry;

/** Directions around the axes of a space, in an order that mixes the axes. */
final class Clusters {
  static final int FEATURES = 9;

  private final List<float[]> contexts = new ArrayList<>();
  private final int[] axes;

  /**
   * Draws directions.
   *
   * @param noise standard deviation of each value around the axis
   * @param sizes for each axis, the number of directions
   */
  Clusters(double noise, long seed, int... sizes) {
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>();
    for (int axis = 0; axis < sizes.length; axis++) {
      for (int i = 0; i < sizes[axis]; i++) {
        order.add(random.nextInt(order.size() + 1), axis);
      }
    }
    axes = order.stream().mapToInt(Integer::intValue).toArray();
    for (int axis : axes) {
      float[] context = new float[FEATURES];
      for (int i = 0; i < FEATURES; i++) {
        context[i] = (float) (noise * random.nextGaussian()) + (i == axis ? 1 : 0);
      }
      contexts.add(Geometry.unit(context));
    }
  }

  int size() {
    return axes.length;
  }

  /** Returns the axis of a direction. */
  int axis(int context) {
    return axes[context];
  }

  void writeTo(Matrix matrix) {
    for (int i = 0; i < axes.length; i++) {
      matrix.setRow(i, contexts.get(i));
    }
  }

  /** Returns the sum of the directions around some axes, in double precision. */
  double[] sum(List<Integer> wanted) {
    double[] sum = new double[FEATURES];
    for (int i = 0; i < axes.length; i++) {
      for (int k = 0; k < FEATURES && wanted.contains(axes[i]); k++) {
        sum[k] += contexts.get(i)[k];
      }
    }
    return sum;
  }

  /** Returns the number of directions around some axes. */
  int size(List<Integer> wanted) {
    return (int) Arrays.stream(axes).filter(wanted::contains).count();
  }
}
