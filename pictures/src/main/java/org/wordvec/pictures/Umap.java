package org.wordvec.pictures;

/**
 * UMAP (McInnes, Healy and Melville 2018), by the Java port of Tag.bio. Preserves neighbourhoods,
 * in tighter and better separated groups than t-SNE.
 *
 * @param neighbors number of neighbours, 2 or more; reduced to the number of other points
 * @param seed seed of all random draws
 */
public record Umap(int neighbors, long seed) implements Projection {
  /** The usual number of neighbours. */
  public static final int DEFAULT_NEIGHBORS = 15;

  private static final int LEAST_POINTS = 8;

  /**
   * Checks the number of neighbours.
   *
   * @throws IllegalArgumentException if it is less than 2
   */
  public Umap {
    if (neighbors < 2) {
      throw new IllegalArgumentException("UMAP needs 2 neighbors or more, not " + neighbors);
    }
  }

  @Override
  public int leastPoints() {
    return LEAST_POINTS;
  }

  @Override
  public double[][] project(float[][] points) {
    float[][] places =
        new tagbio.umap.Umap()
            .setNumberComponents(2)
            .setNumberNearestNeighbours(Math.min(neighbors, points.length - 1))
            .setThreads(1)
            .setSeed(seed)
            .fitTransform(points);
    double[][] result = new double[places.length][];
    for (int i = 0; i < places.length; i++) {
      result[i] = new double[] {places[i][0], places[i][1]};
    }
    return result;
  }
}
