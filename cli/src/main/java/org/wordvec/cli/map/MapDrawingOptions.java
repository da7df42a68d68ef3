package org.wordvec.cli.map;

import org.wordvec.compute.training.Execution;
import org.wordvec.library.Spelling;
import org.wordvec.pictures.PrincipalComponents;
import org.wordvec.pictures.Projection;
import org.wordvec.pictures.Tsne;
import org.wordvec.pictures.Umap;
import picocli.CommandLine.Option;

/** Options for the projection to two dimensions. */
final class MapDrawingOptions {
  @Option(
      names = "--method",
      paramLabel = "tsne|umap|pca",
      defaultValue = "tsne",
      description =
          "Projection method: tsne keeps nearest neighbours together; umap does too and leaves more"
              + " space between groups; pca shows the two directions of largest variance (default:"
              + " ${DEFAULT-VALUE}).")
  private ProjectionMethod method = ProjectionMethod.TSNE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Execution.DEFAULT_SEED,
      description = "Random seed; the same seed gives the same map (default: ${DEFAULT-VALUE}).")
  long seed;

  Projection projection() {
    return switch (method) {
      case PCA -> new PrincipalComponents();
      case TSNE -> new Tsne(Tsne.DEFAULT_PERPLEXITY, seed);
      case UMAP -> new Umap(Umap.DEFAULT_NEIGHBORS, seed);
    };
  }

  String method() {
    return Spelling.of(method);
  }
}
