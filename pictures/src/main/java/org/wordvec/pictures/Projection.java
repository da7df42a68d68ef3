package org.wordvec.pictures;

/**
 * A way from many dimensions to two. The same points and settings give the same picture. Stateless.
 */
public sealed interface Projection permits PrincipalComponents, Tsne, Umap {
  /** The fewest points that make sense. */
  int leastPoints();

  /**
   * A place in the plane for each point, in arbitrary units, possibly mirrored.
   *
   * @param points {@code [points, dimensions]}; left unchanged
   * @return {@code [points, 2]}
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, as far
   *     as the method can be stopped
   */
  double[][] project(float[][] points);
}
