package org.wordvec.cli.train;

import java.io.IOException;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.DisplayedTraining;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.Clusters;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.library.training.Preflight;
import org.wordvec.library.training.TrainingData;
import org.wordvec.library.training.TrainingDevice;
import org.wordvec.library.training.TrainingFiles;
import org.wordvec.library.training.TrainingListener;
import org.wordvec.library.training.TrainingPipeline;
import org.wordvec.library.training.TrainingSettings;
import org.wordvec.library.training.TrainingStrategy;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs the training pipeline of a command with checkpoints, progress and interruption.
 *
 * @param advice what to change if memory is insufficient
 */
record TrainingSession(
    Terminal terminal,
    CommandSpec command,
    CheckpointOptions checkpointing,
    TrainingFiles files,
    Notes notes,
    String advice) {
  /** Creates the strategy for this machine once the device is known. */
  @FunctionalInterface
  interface Local {
    TrainingStrategy<?> with(TrainingDevice device) throws IOException;
  }

  /** Creates the strategy for a cluster once it is connected. */
  @FunctionalInterface
  interface Remote {
    TrainingStrategy<?> on(Cluster cluster) throws IOException;
  }

  /** Trains on this machine, or prints a plan. */
  void runHere(ExecutionOptions execution, Local local) throws IOException, InterruptedException {
    try (CheckpointSession checkpoints =
            CheckpointSession.open(checkpointing, command, terminal, notes);
        ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
      TrainingListener listener = new DisplayedTraining(display, notes);
      checkpoints.guard(
          () -> {
            TrainingDevice device =
                execution.device(checkpoints.choice(execution.device), listener);
            run(local.with(device), settings(checkpoints), listener);
          });
    }
  }

  /** Trains on a cluster. */
  void runOn(ClusterSettings settings, Remote remote) throws IOException, InterruptedException {
    try (Cluster cluster = Clusters.open(settings, notes);
        ProgressDisplay display = ProgressDisplay.of(terminal, notes.quiet())) {
      run(remote.on(cluster), TrainingSettings.of(files), new DisplayedTraining(display, notes));
    }
  }

  private TrainingSettings settings(CheckpointSession checkpoints) {
    return new TrainingSettings(
        files,
        checkpoints.forTraining(),
        new Preflight(
            files, checkpointing.folder(), checkpoints.forTraining().isTrained(), advice));
  }

  private <D extends TrainingData> void run(
      TrainingStrategy<D> strategy, TrainingSettings settings, TrainingListener listener)
      throws IOException, InterruptedException {
    TrainingPipeline<D> pipeline = new TrainingPipeline<>(strategy, settings, listener);
    if (checkpointing.plan) {
      PlanText.print(pipeline.plan(), terminal.out());
    } else {
      pipeline.train();
    }
  }

  /** Throws if options are set that clusters do not support. */
  static void requireClusterOptions(ExecutionOptions execution, CheckpointOptions checkpointing) {
    if (execution.asksForGpu()) {
      throw new IllegalArgumentException(
          "--engine spark trains on CPUs: omit --device and --gpu-concurrency");
    }
    if (checkpointing.isEnabledOrPlan()) {
      throw new IllegalArgumentException(
          "--engine spark saves its rounds to --round-folder and makes no plans: omit"
              + " --checkpoint, --resume and --plan");
    }
  }
}
