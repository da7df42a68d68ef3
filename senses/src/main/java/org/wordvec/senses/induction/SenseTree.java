package org.wordvec.senses.induction;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.vectors.Geometry;

/**
 * The contexts of one word, divided step by step. Step s divides one of the clusters 0 to s into
 * itself and cluster s + 1. The first k clusters, with all that was divided from them later, are
 * the division into k. Its arrays must not be modified.
 */
public final class SenseTree {
  private final int[] parents;
  private final float[] separations;
  private final float[] shares;
  private final List<float[]> means;

  /**
   * Creates a tree.
   *
   * @param parents of the steps
   * @param separations of the steps
   * @param shares of the clusters
   * @param means of the clusters
   */
  public SenseTree(int[] parents, float[] separations, float[] shares, List<float[]> means) {
    this.parents = parents;
    this.separations = separations;
    this.shares = shares;
    this.means = means;
  }

  /** Returns for each step the cluster that was divided. */
  public int[] parents() {
    return parents;
  }

  /**
   * Returns for each step how far it separates: {@code 2 k n m (1 − cos) / ((n + m) N)}, where n
   * and m are the contexts of both parts, N those of the word, cos is the cosine of the parts'
   * centres, and k the number of clusters after the step. Without the k it is the criterion of Ward
   * 1963, for directions; with it, 1 stands for k equal parts with nothing in common.
   */
  public float[] separations() {
    return separations;
  }

  /** Returns for each cluster after the last step its share in the contexts of the word. */
  public float[] shares() {
    return shares;
  }

  /** Returns for each cluster after the last step the mean of its contexts. */
  public List<float[]> means() {
    return means;
  }

  /** One of the clusters of a division. */
  public static final class Cluster {
    private final double share;
    private final float[] centre;

    /** Creates a cluster. */
    public Cluster(double share, float[] centre) {
      this.share = share;
      this.centre = centre;
    }

    /** Returns its share in the word's contexts. */
    public double share() {
      return share;
    }

    /** Returns the direction of its contexts, of length 1. */
    public float[] centre() {
      return centre;
    }
  }

  /** Returns the number of clusters after the last step. */
  public int size() {
    return shares.length;
  }

  /** Returns the number of clusters before the first step that separates no more than a limit. */
  public int clusters(double limit) {
    int steps = 0;
    while (steps < separations.length && separations[steps] > limit) {
      steps++;
    }
    return steps + 1;
  }

  /**
   * Returns the division into a number of clusters.
   *
   * @param clusters 1 to {@link #size}
   */
  public List<Cluster> division(int clusters) {
    double[] sums = new double[clusters];
    float[][] centres = new float[clusters][means.getFirst().length];
    for (int leaf = 0; leaf < shares.length; leaf++) {
      int cluster = leaf;
      while (cluster >= clusters) {
        cluster = parents[cluster - 1];
      }
      sums[cluster] += shares[leaf];
      float[] mean = means.get(leaf);
      for (int i = 0; i < mean.length; i++) {
        centres[cluster][i] += shares[leaf] * mean[i];
      }
    }
    List<Cluster> division = new ArrayList<>();
    for (int cluster = 0; cluster < clusters; cluster++) {
      division.add(new Cluster(sums[cluster], Geometry.unit(centres[cluster])));
    }
    return division;
  }
}
