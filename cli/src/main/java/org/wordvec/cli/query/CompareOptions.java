package org.wordvec.cli.query;

import org.jspecify.annotations.Nullable;
import org.wordvec.vectors.search.NeighborOverlap;
import picocli.CommandLine.Option;

/** Options for the comparison of two models. */
final class CompareOptions {
  @Option(
      names = {"-k", "--neighbors"},
      paramLabel = "N",
      defaultValue = "" + NeighborOverlap.DEFAULT_K,
      description =
          "Number of nearest neighbours to compare for each word: small values look at the closest"
              + " words only, large values give a wider and less noisy picture (default:"
              + " ${DEFAULT-VALUE} words).")
  private int neighbors;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + NeighborOverlap.DEFAULT_TOP,
      description =
          "Compare the N most frequent words that both models contain; 0 for all. Neighbours are"
              + " always searched among all common words (default: ${DEFAULT-VALUE} words).")
  private int top;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Print the N words that differ most; 0 for all (default: ${DEFAULT-VALUE} words).")
  private int shown;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "For each word, print at most N neighbours that are found in one model only (default:"
              + " ${DEFAULT-VALUE} words).")
  private int listed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; does not affect the result (default: one per core).")
  private @Nullable Integer threads;

  NeighborOverlap overlap() {
    if (shown < 0 || listed < 0) {
      throw new IllegalArgumentException("--show and --words must be 0 or more");
    }
    return new NeighborOverlap(
        top, neighbors, threads == null ? Runtime.getRuntime().availableProcessors() : threads);
  }

  int shown(int compared) {
    return shown == 0 ? compared : Math.min(shown, compared);
  }

  int listed() {
    return listed;
  }
}
