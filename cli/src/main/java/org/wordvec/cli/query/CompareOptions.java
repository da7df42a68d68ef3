package org.wordvec.cli.query;

import org.jspecify.annotations.Nullable;
import org.wordvec.vectors.search.NeighborOverlap;
import picocli.CommandLine.Option;

/** What is held against each other when two models are compared. */
final class CompareOptions {
  @Option(
      names = {"-k", "--neighbors"},
      paramLabel = "N",
      defaultValue = "" + NeighborOverlap.DEFAULT_K,
      description =
          "Nearest neighbours of each word to compare: few are its closest relatives, many its"
              + " whole surroundings and less left to chance (default: ${DEFAULT-VALUE} words).")
  private int neighbors;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + NeighborOverlap.DEFAULT_TOP,
      description =
          "Compare the N most frequent words that both models know; 0 for all. Their neighbours are"
              + " searched among all common ones (default: ${DEFAULT-VALUE} words).")
  private int top;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description = "Show the N most changed words; 0 for all (default: ${DEFAULT-VALUE} words).")
  private int shown;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Show this many neighbours that one model alone has (default: ${DEFAULT-VALUE} words).")
  private int listed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that share the work; the result is the same (default: one for each core).")
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
