package org.wordvec.fasttext.device;

import java.lang.foreign.Arena;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.SubwordRows;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.device.DeviceTraining;

/** Trains FastText models on the CPU or on GPUs. */
public final class DeviceFastText {
  private DeviceFastText() {}

  /**
   * Trains where the backend says, from the start or from a checkpoint.
   *
   * @throws IllegalArgumentException if the pretrained vectors have other dimensions, or the
   *     checkpoint to continue from is that of another run
   * @throws java.io.UncheckedIOException if that cannot be read
   * @throws org.wordvec.compute.cuda.CudaException if the GPU cannot do it
   * @throws org.wordvec.compute.training.NothingToTrainException if there is no pair of words to
   *     learn from
   * @throws org.wordvec.compute.training.DivergedException if a value becomes infinite or NaN, or a
   *     row too long
   * @throws OutOfMemoryError if the matrices do not fit in memory
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static FastText.Trained train(FastText.Run run, Backend backend)
      throws InterruptedException {
    return switch (backend) {
      case Backend.Cpu _ -> FastText.train(run);
      case Backend.Gpu gpu -> FastText.train(run, matrices -> onGpu(run, gpu, matrices));
    };
  }

  private static TrainingReport onGpu(FastText.Run run, Backend.Gpu gpu, ModelMatrices matrices)
      throws InterruptedException {
    try (Arena working = Arena.ofShared()) {
      SubwordRows subwords =
          SubwordRows.of(run.corpus().vocabulary().words(), run.config().subwords(), working);
      int renewedNoise = FastText.renewedNoise(run.config().prediction().architecture());
      return new DeviceTraining(run.prediction(), gpu, SubwordKernels.of(subwords, renewedNoise))
          .train(matrices);
    }
  }
}
