package org.wordvec.cli.train;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.wordvec.cli.base.DeviceChoice;
import org.wordvec.cli.base.FailedException;
import org.wordvec.cli.base.Notes;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaException;

/**
 * What a training runs on.
 *
 * @param backend the CPU, or GPUs
 * @param fallsBack whether the CPU may take over from a GPU that fails
 */
record TrainingDevice(Backend backend, boolean fallsBack) {
  /** The CPU. */
  static final TrainingDevice CPU = new TrainingDevice(new Backend.Cpu(), false);

  /** A training that can run on either. */
  @FunctionalInterface
  interface Training<T> {
    T on(Backend backend) throws IOException, InterruptedException;
  }

  /**
   * Looks for what the user asked for, before any other work, and says what {@code auto} has come
   * to.
   *
   * @param concurrency of a GPU; empty to let the corpus decide
   */
  static TrainingDevice find(DeviceChoice choice, OptionalInt concurrency, Notes notes) {
    return switch (choice) {
      case DeviceChoice.Cpu _ -> new TrainingDevice(new Backend.Cpu(), false);
      case DeviceChoice.Cuda(List<Integer> indexes) ->
          new TrainingDevice(new Backend.Gpu(DeviceChoice.gpus(indexes), concurrency), false);
      case DeviceChoice.AllCuda _ ->
          new TrainingDevice(
              new Backend.Gpu(DeviceChoice.allUsableGpus(notes), concurrency), false);
      case DeviceChoice.Auto _ -> automatic(concurrency, notes);
    };
  }

  private static TrainingDevice automatic(OptionalInt concurrency, Notes notes) {
    try {
      CudaDevice gpu = DeviceChoice.firstUsableGpu();
      notes.say("training on the GPU " + gpu.name());
      return new TrainingDevice(new Backend.Gpu(List.of(gpu), concurrency), true);
    } catch (CudaException | FailedException e) {
      notes.say("training on the CPU: " + e.getMessage());
      return new TrainingDevice(new Backend.Cpu(), false);
    }
  }

  /** What a model needs where it is trained on this. */
  ModelNeeds needs(ModelNeeds alone) {
    return switch (backend) {
      case Backend.Gpu gpu when gpu.devices().size() > 1 -> alone.merged();
      case Backend.Gpu _ -> alone;
      case Backend.Cpu _ -> alone;
    };
  }

  /** Trains, and trains again on the CPU if the GPU could not and may be replaced. */
  <T> T train(Training<T> training, Notes notes) throws IOException, InterruptedException {
    try {
      return training.on(backend);
    } catch (CudaException e) {
      if (!fallsBack) {
        throw e;
      }
      notes.say("training on the CPU after all: " + e.getMessage());
      return training.on(new Backend.Cpu());
    }
  }
}
