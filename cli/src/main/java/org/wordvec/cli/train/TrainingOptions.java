package org.wordvec.cli.train;

import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Schedule;
import picocli.CommandLine.Option;

/** Options for the epochs and the learning rate of models that predict words. */
final class TrainingOptions extends ExecutionOptions {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + Schedule.DEFAULT_EPOCHS,
      description = "Number of passes over the corpus (default: ${DEFAULT-VALUE}).")
  int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description =
          "Initial learning rate; it falls linearly to nearly 0 (default: 0.025 for skipgram, 0.05"
              + " for cbow; for fasttext 0.05).")
  @Nullable Double learningRate;

  Schedule schedule(double defaultRate) {
    return new Schedule(epochs, learningRate == null ? defaultRate : learningRate);
  }
}
