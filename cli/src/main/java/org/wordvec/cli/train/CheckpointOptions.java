package org.wordvec.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.Notes;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.library.FailedException;
import org.wordvec.library.training.FinishedTraining;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options for saving and resuming a training. */
public final class CheckpointOptions {
  public static final String RESUME = "--resume";

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description =
          "Save checkpoints to this folder, so that training can resume after a crash; the last two"
              + " are kept until the vectors are written (default: no checkpoints).")
  @Nullable Path checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "WHEN",
      converter = CheckpointEvery.class,
      description =
          "Checkpoint interval: 10m, 90s or 2h of training time, 5%% of the work, 1epoch or 2epochs"
              + " (default: 10m).")
  @Nullable CheckpointInterval every;

  @Option(
      names = RESUME,
      paramLabel = "DIR",
      description =
          "Resume from the newest checkpoint in this folder, with the same corpus and settings;"
              + " 'wordvec train --resume DIR' needs no other options. A finished training is left"
              + " as it is (default: start from the beginning).")
  @Nullable Path resume;

  @Option(
      names = "--plan",
      description =
          "Read the corpus, train for a few seconds, print an estimate of the time, memory and disk"
              + " space needed, and stop (default: train).")
  boolean plan;

  /**
   * Returns whether the training to resume has finished; if so, prints a note.
   *
   * @throws FailedException if a requested file was not written by it
   */
  boolean isFinished(CommandSpec command, TrainingOutputOptions output, Notes notes)
      throws IOException {
    CheckpointSession.check(this, command);
    Optional<FinishedTraining> finished =
        resume == null ? Optional.empty() : FinishedTraining.in(resume);
    if (finished.isPresent()) {
      finished.get().requireWritten(output.output, output.report, output.analogies);
      notes.print(finished.get().message());
    }
    return finished.isPresent();
  }

  /** Returns the folder of the checkpoints, or null if none are written. */
  @Nullable Path folder() {
    return resume == null ? checkpoint : resume;
  }

  /** Returns whether checkpoints are written. */
  boolean isEnabled() {
    return checkpoint != null || resume != null;
  }

  /** Returns whether checkpoints are written, or a plan is made instead of a training. */
  boolean isEnabledOrPlan() {
    return isEnabled() || plan;
  }
}
