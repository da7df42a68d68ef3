package org.wordvec.fasttext.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.stream.IntStream;
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
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;
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
  private final EncodedCorpus corpus = Texts.encode(Texts.ofTwoTopics(12, 6_000, 1), arena);

  @Test
  void learnsAsOnOneDevice() throws InterruptedException {
    FastText.Trained one = FastText.train(new FastText.Run(corpus, CONFIG, arena));
    FastText.Trained two = DeviceFastText.train(new FastText.Run(corpus, CONFIG, arena), backend());
    double last = one.report().losses().getLast();
    assertThat(two.report().losses().getLast())
        .isLessThan(two.report().losses().getFirst())
        .isCloseTo(last, within(0.05 * last));
    double alone = topicality(one.model().wordVectors(arena));
    assertThat(alone).isGreaterThan(0.95);
    assertThat(topicality(two.model().wordVectors(arena))).isGreaterThan(alone - 0.02);
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

  /** For how many words of a topic the nearest other word is of the same topic. */
  private static double topicality(WordVectors vectors) {
    int[] ids =
        IntStream.range(0, vectors.words().size())
            .filter(id -> vectors.words().word(id).length() > 2)
            .toArray();
    int right = 0;
    for (int id : ids) {
      int nearest = -1;
      double best = Double.NEGATIVE_INFINITY;
      for (int other : ids) {
        double cosine = Geometry.between(vectors.matrix().row(id), vectors.matrix().row(other));
        if (other != id && cosine > best) {
          best = cosine;
          nearest = other;
        }
      }
      right +=
          vectors.words().word(id).charAt(0) == vectors.words().word(nearest).charAt(0) ? 1 : 0;
    }
    return right / (double) ids.length;
  }
}
