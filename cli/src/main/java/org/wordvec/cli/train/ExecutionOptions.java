package org.wordvec.cli.train;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.DeviceConverter;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.Execution;
import org.wordvec.library.training.DeviceChoice;
import org.wordvec.library.training.TrainingDevice;
import org.wordvec.library.training.TrainingListener;
import picocli.CommandLine.Option;

/** Options for threads, seed and device, shared by all model families. */
class ExecutionOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Number of threads; with 1, the same seed gives the same vectors (default: one per"
              + " core).")
  @Nullable Integer threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Execution.DEFAULT_SEED,
      description = "Random seed, any integer (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda|cuda:N|cuda:N,M|cuda:all",
      converter = DeviceConverter.class,
      completionCandidates = DeviceConverter.class,
      defaultValue = "auto",
      description =
          "Device to train on: auto is the first usable GPU, or else the CPU; cuda is the first GPU"
              + " and fails without one; cuda:1 is the second; cuda:0,1 uses two GPUs and cuda:all"
              + " uses all of them (default: ${DEFAULT-VALUE}).")
  DeviceChoice device = new DeviceChoice.Auto();

  @Option(
      names = "--gpu-concurrency",
      paramLabel = "N",
      description =
          "Number of sentences, or for glove slices of entries, that each GPU trains at the same"
              + " time. More is faster but less accurate (default: by the size of the corpus).")
  @Nullable Integer gpuConcurrency;

  /**
   * Returns the device to train on.
   *
   * @param choice the option, or the device of a resumed training
   */
  final TrainingDevice device(DeviceChoice choice, TrainingListener listener) {
    if (gpuConcurrency != null && (gpuConcurrency < 1 || gpuConcurrency > Backend.Gpu.MOST)) {
      throw new IllegalArgumentException(
          "--gpu-concurrency must be 1 to " + Backend.Gpu.MOST + ", not " + gpuConcurrency);
    }
    OptionalInt concurrency =
        gpuConcurrency == null ? OptionalInt.empty() : OptionalInt.of(gpuConcurrency);
    return TrainingDevice.find(choice, concurrency, listener);
  }

  /** Returns whether the user asks for a GPU. */
  final boolean asksForGpu() {
    boolean mayBeCpu = device instanceof DeviceChoice.Auto || device instanceof DeviceChoice.Cpu;
    return !mayBeCpu || gpuConcurrency != null;
  }

  final Execution execution() {
    return new Execution(
        threads == null ? Runtime.getRuntime().availableProcessors() : threads, seed);
  }
}
