package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Execution;
import org.wordvec.library.Formats;
import picocli.CommandLine.Option;

/** Options for resuming a training of any family, and the settings that may change. */
final class ResumeOptions {
  @Option(
      names = CheckpointOptions.RESUME,
      paramLabel = "DIR",
      description =
          "Resume the training whose checkpoints are in this folder, with its original options"
              + " except those given below (default: start from the beginning).")
  @Nullable Path resume;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "WHEN",
      converter = CheckpointEvery.class,
      description = "Checkpoint interval from now on (default: as before).")
  @Nullable CheckpointInterval every;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads from now on (default: as before).")
  @Nullable Integer threads;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the vectors to this file (default: as before).")
  @Nullable Path output;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a training report, as HTML or JSON (default: as before).")
  @Nullable Path report;

  @Option(
      names = "--report-analogies",
      paramLabel = "FILE",
      description = "Evaluate the analogies in this file for the report (default: as before).")
  @Nullable Path analogies;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print errors only (default: as before).")
  boolean quiet;

  /** Throws if a value is invalid for every training. */
  void check() throws IOException {
    if (threads != null) {
      new Execution(threads, 0);
    }
    if (output != null) {
      Formats.forOutput(output);
    }
  }
}
