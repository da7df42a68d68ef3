package org.wordvec.cli;

import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Execution;
import picocli.CommandLine.Option;

/** What a model is trained on; the same for every model family. */
class ExecutionOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that share the work; with 1, the same seed gives the same vectors"
              + " (default: one for each core).")
  @Nullable Integer threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Execution.DEFAULT_SEED,
      description = "Where random draws begin, any whole number (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      converter = DeviceChoices.class,
      completionCandidates = DeviceChoices.class,
      defaultValue = "auto",
      description =
          "What to train on; this version has the CPU only, and cuda fails"
              + " (default: ${DEFAULT-VALUE}).")
  Device device = Device.AUTO;

  final Execution execution() {
    return new Execution(
        threads == null ? Runtime.getRuntime().availableProcessors() : threads, seed);
  }
}
