package org.wordvec.fasttext.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.Subwords;
import org.wordvec.fasttext.Texts;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.Learning;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2VecConfig;

/** Training shared between two stand-ins for a GPU. */
class SeveralDevicesTest {
  private static final FastTextConfig CONFIG =
      new FastTextConfig(
          Word2VecConfig.of(Architecture.SKIP_GRAM)
              .withObjective(new Objective.NegativeSampling(5, 0.5))
              .withDimensions(12)
              .withWindow(3)
              .withSample(0)
              .withSchedule(new Schedule(2, 0.05))
              .withExecution(new Execution(1, 1)),
          // N-grams of whole words alone: what is shared by stem says nothing of learning.
          new Subwords(7, 8, 500));

  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpus = EmulatedGpu.plug("EMULATED_DEVICES=2");

  /** Six slices long. */
  private final EncodedCorpus corpus = EncodedTexts.encode(Texts.TOPICS.lines(6_000, 1), arena);

  @Test
  void learnsAsOnOneDevice() throws InterruptedException {
    FastText.Trained one = FastText.train(new FastText.Run(corpus, CONFIG, arena));
    FastText.Trained two = DeviceFastText.train(new FastText.Run(corpus, CONFIG, arena), backend());
    Learning.assertAsMuch(two.report(), one.report(), 0.05);
    Learning.assertAsTopical(
        Texts.TOPICS, two.model().wordVectors(arena), one.model().wordVectors(arena), 0.02);
    assertThat(two.report().device().orElseThrow().merging().rounds()).isEqualTo(4);
  }

  @Test
  void aGpuThatFailsIsNamed() {
    EmulatedGpu.set("EMULATED_FAILURE", "cuMemcpyHtoDAsync@1:719:5");
    assertThatThrownBy(
            () -> DeviceFastText.train(new FastText.Run(corpus, CONFIG, arena), backend()))
        .isInstanceOf(CudaException.class)
        .hasMessage(
            "GPU 1 (Emulated GPU 1) failed: cuMemcpyHtoDAsync answered CUDA_ERROR_LAUNCH_FAILED");
  }

  private Backend backend() {
    return new Backend.Gpu(gpus.devices(), 1);
  }
}
