package org.wordvec.word2vec.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.compute.cuda.DeviceShare;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.Learning;
import org.wordvec.testing.ResumeContract;
import org.wordvec.testing.TopicText;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Texts;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Training shared between two stand-ins for a GPU. */
class SeveralDevicesTest {
  private static final TopicText TEXT = TopicText.ofTwo(30);

  /** Six slices long. */
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(TEXT.lines(6_000, 1), Arena.ofAuto());

  /** Two slices long: a round. */
  private static final EncodedCorpus SHORT =
      EncodedTexts.encode(TEXT.lines(1_100, 1), Arena.ofAuto());

  private static final Word2VecConfig SKIP_GRAM =
      config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), 3, 0.05);

  private static final Word2VecConfig CBOW =
      config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 2, 0.05);

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpus = EmulatedGpu.plug("EMULATED_DEVICES=2");

  private static Word2VecConfig config(
      Architecture architecture, Objective objective, int epochs, double rate) {
    return Word2VecConfig.of(architecture)
        .withObjective(objective)
        .withDimensions(12)
        .withWindow(4)
        .withSample(0)
        .withSchedule(new Schedule(epochs, rate))
        .withExecution(new Execution(1, 1));
  }

  @Test
  void skipGramLearnsAsOnOneDevice() throws InterruptedException {
    assertLearns(SKIP_GRAM);
  }

  @Test
  void hierarchicalSoftmaxAndBagsOfWordsLearn() throws InterruptedException {
    assertLearns(CBOW);
  }

  private void assertLearns(Word2VecConfig config) throws InterruptedException {
    Word2Vec.Trained one = Word2Vec.train(new Word2Vec.Run(CORPUS, config, arena));
    List<Progress.Snapshot> progress = new ArrayList<>();
    Word2Vec.Trained two =
        DeviceWord2Vec.train(
            new Word2Vec.Run(CORPUS, config, arena).withProgress(progress::add), backend());
    Learning.assertAsMuch(two.report(), one.report(), 0.03);
    Learning.assertAsTopical(TEXT, two.vectors(), one.vectors(), 0.02);
    assertThat(progress.getLast().done()).isEqualTo(config.schedule().epochs() * CORPUS.tokens());
    DeviceTimes times = two.report().device().orElseThrow();
    assertThat(times.device()).isEqualTo("cuda:0,1");
    assertThat(times.merging().rounds()).isEqualTo(2L * config.schedule().epochs());
  }

  /** Whichever GPU is first, and wherever it was cut. */
  @Test
  void aRunThatWasCutEndsAsOneThatWasNot() throws IOException, InterruptedException {
    Word2VecConfig config = config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 3, 0.05);
    ResumeContract.assertSameAfterCrashes(
        folder,
        2,
        checkpoints -> {
          Word2Vec.Trained trained =
              DeviceWord2Vec.train(
                  new Word2Vec.Run(SHORT, config, arena).withCheckpoints(checkpoints), backend());
          return new ResumeContract.Result(
              trained.report(), trained.vectors().matrix(), trained.outputs());
        });
  }

  /** The GPU that has room for its share alone gets it piece by piece, and learns the same. */
  @Test
  void aGpuWithLittleMemoryGetsItsShareInPieces() throws InterruptedException {
    Word2VecConfig config = config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 1, 0.05);
    Word2Vec.Trained resident =
        DeviceWord2Vec.train(new Word2Vec.Run(CORPUS, config, arena), backend());
    DeviceTraining training =
        new DeviceTraining(
            new Word2Vec.Run(CORPUS, config, arena),
            new Backend.Gpu(gpus.devices(), 1),
            WindowKernels.word2vec(),
            Launches.Limits.USUAL);
    long rows = 2L * CORPUS.vocabulary().size() - 1;
    Launches second = training.launches(rows).of(new DeviceShare(1, 2));
    long least = training.bytesWithoutCorpus(rows) + training.leastCorpusBytes(second);
    assertThat(least).isLessThan(training.bytesWithoutCorpus(rows) + DeviceCorpus.bytes(CORPUS));
    EmulatedGpu.set("EMULATED_MEMORY", (4L << 30) + "," + least);
    Word2Vec.Trained streamed =
        DeviceWord2Vec.train(new Word2Vec.Run(CORPUS, config, arena), backend());
    assertThat(rows(streamed.vectors().matrix())).isDeepEqualTo(rows(resident.vectors().matrix()));
    EmulatedGpu.set("EMULATED_MEMORY", (4L << 30) + "," + (least - 1));
    assertThatThrownBy(
            () -> DeviceWord2Vec.train(new Word2Vec.Run(CORPUS, config, arena), backend()))
        .isInstanceOf(CudaException.class)
        .hasMessageStartingWith(
            "not enough memory on GPU 1 (Emulated GPU 1): %,d bytes needed, %,d free; every GPU",
            least, least - 1);
  }

  @Test
  void aGpuThatFailsIsNamed() {
    EmulatedGpu.set("EMULATED_FAILURE", "cuLaunchKernel@1:700:3");
    assertThatThrownBy(() -> DeviceWord2Vec.train(new Word2Vec.Run(SHORT, CBOW, arena), backend()))
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("GPU 1 (Emulated GPU 1) failed: cuLaunchKernel of ")
        .hasMessageEndingWith("answered CUDA_ERROR_ILLEGAL_ADDRESS");
  }

  @Test
  void stopsWhenItDiverges() {
    Word2VecConfig wild = config(Architecture.CBOW, new Objective.NegativeSampling(5, 0.75), 3, 10);
    assertThatThrownBy(() -> DeviceWord2Vec.train(new Word2Vec.Run(SHORT, wild, arena), backend()))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("lower the learning rate");
  }

  @Test
  void aTextOfASliceIsTrainedOnOneGpuAsEver() throws InterruptedException {
    EncodedCorpus little = EncodedTexts.encode(Texts.skewed(60, 200, 1), arena);
    Word2Vec.Trained two = DeviceWord2Vec.train(new Word2Vec.Run(little, CBOW, arena), backend());
    Word2Vec.Trained one =
        DeviceWord2Vec.train(
            new Word2Vec.Run(little, CBOW, arena), new Backend.Gpu(gpus.device(), 1));
    assertThat(two.report().device().orElseThrow().device()).isEqualTo("cuda:0");
    assertThat(rows(two.vectors().matrix())).isDeepEqualTo(rows(one.vectors().matrix()));
  }

  private Backend backend() {
    return new Backend.Gpu(gpus.devices(), 1);
  }

  private static float[][] rows(FloatRows matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }
}
