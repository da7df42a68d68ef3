package org.wordvec.cli;

import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Execution;
import org.wordvec.compute.Schedule;
import picocli.CommandLine.Option;

/** How long, how fast and on what a model is trained; the same for every model family. */
final class TrainingOptions {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + Schedule.DEFAULT_EPOCHS,
      description = "Passes over the corpus (default: ${DEFAULT-VALUE} passes).")
  int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description =
          "Step size at the start, falling linearly to nearly 0"
              + " (default: 0.025 for skipgram, 0.05 for cbow; for fasttext 0.05).")
  @Nullable Double learningRate;

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

  Schedule schedule(double defaultRate) {
    return new Schedule(epochs, learningRate == null ? defaultRate : learningRate);
  }

  Execution execution() {
    return new Execution(
        threads == null ? Runtime.getRuntime().availableProcessors() : threads, seed);
  }
}
