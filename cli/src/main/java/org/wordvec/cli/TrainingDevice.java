package org.wordvec.cli;

import java.io.IOException;
import org.wordvec.compute.Backend;
import org.wordvec.compute.cuda.CudaException;

/**
 * What a training runs on.
 *
 * @param backend the GPU or the CPU
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
   * @param concurrency of a GPU; 0 to choose
   */
  static TrainingDevice find(DeviceChoice choice, int concurrency, Notes notes) {
    return switch (choice) {
      case DeviceChoice.Cpu _ -> new TrainingDevice(new Backend.Cpu(), false);
      case DeviceChoice.Cuda(int index) ->
          new TrainingDevice(new Backend.Gpu(DeviceChoice.gpu(index), concurrency), false);
      case DeviceChoice.Auto _ -> automatic(concurrency, notes);
    };
  }

  private static TrainingDevice automatic(int concurrency, Notes notes) {
    try {
      Backend.Gpu gpu = new Backend.Gpu(DeviceChoice.firstUsableGpu(), concurrency);
      notes.say("training on the GPU " + gpu.device().name());
      return new TrainingDevice(gpu, true);
    } catch (CudaException | FailedException e) {
      notes.say("training on the CPU: " + e.getMessage());
      return new TrainingDevice(new Backend.Cpu(), false);
    }
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
