package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Execution;
import org.wordvec.library.Formats;
import picocli.CommandLine.Option;

/** A training of any family that goes on, and what may be different from then on. */
final class ResumeOptions {
  @Option(
      names = CheckpointOptions.RESUME,
      paramLabel = "DIR",
      description =
          "Go on with the training that left its checkpoints in this folder, with all that it was"
              + " given but for the options below (default: train from the start).")
  @Nullable Path resume;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "WHEN",
      converter = CheckpointEvery.class,
      description = "How often it is saved from now on (default: as before).")
  @Nullable CheckpointInterval every;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share the work from now on (default: as before).")
  @Nullable Integer threads;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the vectors go (default: as before).")
  @Nullable Path output;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what came of it, as a page or as JSON (default: as before).")
  @Nullable Path report;

  @Option(
      names = "--report-analogies",
      paramLabel = "FILE",
      description = "Score the questions of this file for the report (default: as before).")
  @Nullable Path analogies;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but errors (default: as before).")
  boolean quiet;

  /** Refuses values that no training takes. */
  void check() throws IOException {
    if (threads != null) {
      new Execution(threads, 0);
    }
    if (output != null) {
      Formats.forOutput(output);
    }
  }
}
