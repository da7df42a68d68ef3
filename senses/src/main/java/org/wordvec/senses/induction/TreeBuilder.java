package org.wordvec.senses.induction;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.RowSums;
import org.wordvec.vectors.Geometry;

/**
 * Builds {@link SenseTree}s: divides the cluster whose parts are separated most, as often as
 * wanted. Belongs to one thread.
 */
final class TreeBuilder {
  private final Matrix contexts;
  private final Matrix members;
  private final TwoMeans means;
  private final float[] row;

  /**
   * Creates the working memory.
   *
   * @param capacity greatest number of contexts
   * @param arena owns the memory
   */
  TreeBuilder(int capacity, int features, Arena arena) {
    contexts = Matrix.allocate(arena, capacity, features);
    members = Matrix.allocate(arena, capacity, features);
    means = new TwoMeans(capacity, features, arena);
    row = new float[features];
  }

  /** Returns where the contexts are to be written, from row 0 on. */
  Matrix contexts() {
    return contexts;
  }

  /** A cluster and its best division, which separates nothing if it must not be divided. */
  private static final class Part {
    private final int[] rows;
    private final double separation;
    private final int[] first;
    private final int[] second;

    Part(int[] rows, double separation, int[] first, int[] second) {
      this.rows = rows;
      this.separation = separation;
      this.first = first;
      this.second = second;
    }

    int[] rows() {
      return rows;
    }

    double separation() {
      return separation;
    }

    int[] first() {
      return first;
    }

    int[] second() {
      return second;
    }

    static Part undivided(int[] rows) {
      return new Part(rows, 0, rows, rows);
    }
  }

  /**
   * Divides the contexts.
   *
   * @param count how many of them there are, at least one
   * @param clusters wanted; fewer come out where parts would be too small
   * @param smallest least number of contexts of a cluster, at least one
   * @param key of the random draws
   */
  SenseTree build(int count, int clusters, int smallest, long key) {
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    List<Part> parts = new ArrayList<>();
    parts.add(part(all, count, smallest, key));
    int[] parents = new int[clusters];
    float[] separations = new float[clusters];
    int steps = 0;
    for (int widest = widest(parts);
        parts.size() < clusters && parts.get(widest).separation() > 0;
        widest = widest(parts)) {
      Part divided = parts.get(widest);
      parents[steps] = widest;
      separations[steps] = (float) (divided.separation() * (parts.size() + 1) / 2);
      steps++;
      // The parts of the last step are not divided.
      int least = parts.size() + 1 == clusters ? count : smallest;
      parts.set(widest, part(divided.first(), count, least, CounterRandom.draw(key, steps, 0)));
      parts.add(part(divided.second(), count, least, CounterRandom.draw(key, steps, 1)));
    }
    float[] shares = new float[parts.size()];
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) parts.get(i).rows().length / count;
      centres.add(mean(parts.get(i).rows()));
    }
    return new SenseTree(
        Arrays.copyOf(parents, steps), Arrays.copyOf(separations, steps), shares, centres);
  }

  private static int widest(List<Part> parts) {
    int widest = 0;
    for (int i = 1; i < parts.size(); i++) {
      widest = parts.get(i).separation() > parts.get(widest).separation() ? i : widest;
    }
    return widest;
  }

  private Part part(int[] rows, int count, int smallest, long key) {
    if (rows.length < 2 * smallest) {
      return Part.undivided(rows);
    }
    for (int i = 0; i < rows.length; i++) {
      contexts.copyRow(rows[i], row, 0);
      members.setRow(i, row);
    }
    boolean[] labels = means.divide(members, rows.length, key);
    int[] first = select(rows, labels, true);
    int[] second = select(rows, labels, false);
    if (Math.min(first.length, second.length) < smallest) {
      return Part.undivided(rows);
    }
    double weight = 4.0 * first.length * second.length / rows.length / count;
    double cosine = Geometry.between(sum(first), sum(second));
    return new Part(rows, weight * (1 - cosine), first, second);
  }

  private static int[] select(int[] rows, boolean[] labels, boolean label) {
    int[] selected = new int[rows.length];
    int size = 0;
    for (int i = 0; i < rows.length; i++) {
      selected[size] = rows[i];
      size += labels[i] == label ? 1 : 0;
    }
    return Arrays.copyOf(selected, size);
  }

  private float[] sum(int[] rows) {
    float[] sum = new float[row.length];
    for (int member : rows) {
      RowSums.add(contexts, member, 1, sum, 0);
    }
    return sum;
  }

  /** Returns a mean in half precision, which is what files keep. */
  private float[] mean(int[] rows) {
    float[] mean = sum(rows);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = Float.float16ToFloat(Float.floatToFloat16(mean[i] / rows.length));
    }
    return mean;
  }
}
