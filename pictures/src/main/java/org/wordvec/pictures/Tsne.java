package org.wordvec.pictures;

import java.util.concurrent.CancellationException;

/**
 * t-SNE (van der Maaten and Hinton 2008) with Barnes-Hut trees (van der Maaten 2014), by bh-tsne.
 * Preserves neighbourhoods; distances between groups mean little.
 *
 * @param perplexity effective number of neighbours, 1 or more; reduced to a third of the number of
 *     points
 * @param seed seed of the initial positions
 */
public record Tsne(double perplexity, long seed) implements Projection {
  /** The usual perplexity. */
  public static final double DEFAULT_PERPLEXITY = 30;

  private static final int ITERATIONS = 1000;
  private static final int LEAST_POINTS = 8;

  /**
   * Checks the perplexity.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Tsne {
    if (!(perplexity >= 1)) {
      throw new IllegalArgumentException("the perplexity must be 1 or more, not " + perplexity);
    }
  }

  @Override
  public int leastPoints() {
    return LEAST_POINTS;
  }

  @Override
  public double[][] project(float[][] points) {
    de.javagl.tsne.Tsne tsne = new de.javagl.tsne.Tsne();
    // All dimensions, so that the library does not reduce them first.
    tsne.setInitialDims(points[0].length);
    tsne.setPerplexity(Math.min(perplexity, (points.length - 1) / 3.0));
    tsne.setMaxIterations(ITERATIONS);
    tsne.setRandomSeed(seed);
    tsne.setMessageConsumer(message -> {});
    tsne.setProgressConsumer(progress -> checkInterruption());
    double[][] places = tsne.run(doubles(points));
    // If the library notices the interruption itself, it returns early with an incomplete result.
    checkInterruption();
    return places;
  }

  private static void checkInterruption() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the projection was interrupted");
    }
  }

  private static double[][] doubles(float[][] points) {
    double[][] copy = new double[points.length][points[0].length];
    for (int i = 0; i < points.length; i++) {
      for (int d = 0; d < points[i].length; d++) {
        copy[i][d] = points[i][d];
      }
    }
    return copy;
  }
}
