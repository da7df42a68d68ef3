package org.wordvec.pictures;

/**
 * A projection from many dimensions to two. The same points and settings give the same result.
 * Stateless.
 */
public sealed interface Projection permits PrincipalComponents, Tsne, Umap {
  /** Returns the minimum number of points. */
  int leastPoints();

  /**
   * Returns two coordinates for each point, in arbitrary units, possibly mirrored.
   *
   * @param points {@code [points, dimensions]}; not modified
   * @return {@code [points, 2]}
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted and the
   *     method supports cancellation
   */
  double[][] project(float[][] points);
}
