package org.wordvec.word2vec.device;

import org.wordvec.compute.cuda.Backend;
import org.wordvec.word2vec.Word2Vec;

/** Trains Word2Vec models on the CPU or on GPUs. */
public final class DeviceWord2Vec {
  private DeviceWord2Vec() {}

  /**
   * Trains where the backend says, from the start or from a checkpoint.
   *
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws org.wordvec.compute.training.DivergedException if a value becomes infinite or NaN, or a
   *     row too long
   * @throws IllegalArgumentException if the checkpoint to continue from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Word2Vec.Trained train(Word2Vec.Run run, Backend backend)
      throws InterruptedException {
    return switch (backend) {
      case Backend.Cpu _ -> Word2Vec.train(run);
      case Backend.Gpu gpu ->
          Word2Vec.train(
              run,
              matrices -> new DeviceTraining(run, gpu, WindowKernels.word2vec()).train(matrices));
    };
  }
}
