package org.wordvec.cli.demo;

import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Execution;
import picocli.CommandLine.Option;

/** Options of the demo. */
final class DemoOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Execution.DEFAULT_SEED,
      description =
          "Random seed for the corpus and the training, any integer (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads (default: one per core).")
  @Nullable Integer threads;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress (default: show progress on standard error).")
  boolean quiet;

  Execution execution() {
    return new Execution(
        threads == null ? Runtime.getRuntime().availableProcessors() : threads, seed);
  }
}
