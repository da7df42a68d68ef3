package org.wordvec.library.training;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.library.FailedException;

/**
 * The device of a training.
 *
 * @param backend the CPU, or GPUs
 * @param fallsBack whether the CPU may replace a GPU that fails
 */
public record TrainingDevice(Backend backend, boolean fallsBack) {
  /** The CPU. */
  public static final TrainingDevice CPU = new TrainingDevice(new Backend.Cpu(), false);

  /** A training that can run on any backend. */
  @FunctionalInterface
  interface Training<T> {
    T on(Backend backend) throws IOException, InterruptedException;
  }

  /**
   * Returns the device for a choice; notes which one {@code auto} selects. Call it before any other
   * work, so that missing devices are found early.
   *
   * @param concurrency of a GPU; empty to let the corpus decide
   */
  public static TrainingDevice find(
      DeviceChoice choice, OptionalInt concurrency, TrainingListener listener) {
    return switch (choice) {
      case DeviceChoice.Cpu _ -> new TrainingDevice(new Backend.Cpu(), false);
      case DeviceChoice.Cuda(List<Integer> indexes) ->
          new TrainingDevice(new Backend.Gpu(DeviceChoice.gpus(indexes), concurrency), false);
      case DeviceChoice.AllCuda _ ->
          new TrainingDevice(
              new Backend.Gpu(DeviceChoice.allUsableGpus(listener), concurrency), false);
      case DeviceChoice.Auto _ -> automatic(concurrency, listener);
    };
  }

  private static TrainingDevice automatic(OptionalInt concurrency, TrainingListener listener) {
    try {
      CudaDevice gpu = DeviceChoice.firstUsableGpu();
      listener.note("training on the GPU " + gpu.name());
      return new TrainingDevice(new Backend.Gpu(List.of(gpu), concurrency), true);
    } catch (CudaException | FailedException e) {
      listener.note("training on the CPU: " + e.getMessage());
      return new TrainingDevice(new Backend.Cpu(), false);
    }
  }

  /** Returns the needs of a model trained on this device. */
  ModelNeeds needs(ModelNeeds alone) {
    return switch (backend) {
      case Backend.Gpu gpu when gpu.devices().size() > 1 -> alone.merged();
      case Backend.Gpu _ -> alone;
      case Backend.Cpu _ -> alone;
    };
  }

  /** Trains a model; if the GPU fails and fallback is allowed, trains on the CPU instead. */
  <T> T train(TrainingRun run, Training<T> training) throws IOException, InterruptedException {
    try {
      return on(backend, run, training);
    } catch (CudaException e) {
      if (!fallsBack) {
        throw e;
      }
      run.note("training on the CPU instead: " + e.getMessage());
      return on(new Backend.Cpu(), run, training);
    }
  }

  private static <T> T on(Backend backend, TrainingRun run, Training<T> training)
      throws IOException, InterruptedException {
    run.checkpoints().require(backend);
    return training.on(backend);
  }
}
