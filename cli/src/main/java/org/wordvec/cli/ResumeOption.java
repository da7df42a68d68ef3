package org.wordvec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A training of any family that goes on. */
final class ResumeOption {
  @Option(
      names = CheckpointOptions.RESUME,
      paramLabel = "DIR",
      description =
          "Go on with the training that left its checkpoints in this folder, with all that it was"
              + " given (default: train from the start).")
  @Nullable Path resume;
}
