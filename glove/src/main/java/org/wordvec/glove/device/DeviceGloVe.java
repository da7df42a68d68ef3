package org.wordvec.glove.device;

import org.wordvec.compute.cuda.Backend;
import org.wordvec.glove.CostWatch;
import org.wordvec.glove.GloVe;

/** Trains GloVe models on the CPU or on GPUs. */
public final class DeviceGloVe {
  private DeviceGloVe() {}

  /**
   * Trains where the backend says, from the start or from a checkpoint.
   *
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it
   * @throws org.wordvec.compute.training.DivergedException if the cost grows, or a value becomes
   *     infinite or NaN, or a row too long
   * @throws IllegalArgumentException if the checkpoint to continue from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static GloVe.Trained train(GloVe.Run run, Backend backend) throws InterruptedException {
    return switch (backend) {
      case Backend.Cpu _ -> GloVe.train(run);
      case Backend.Gpu gpu ->
          CostWatch.over(run, watched -> new DeviceTraining(watched, gpu).train());
    };
  }
}
