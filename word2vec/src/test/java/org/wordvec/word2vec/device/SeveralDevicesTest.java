package org.wordvec.word2vec.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.compute.cuda.DeviceShare;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Texts;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Training shared between two stand-ins for a GPU. */
class SeveralDevicesTest {
  private static final CheckpointInterval EVERY_ROUND = new CheckpointInterval.Part(1e-9);

  /** Six slices long. */
  private static final EncodedCorpus CORPUS =
      Texts.encode(Texts.ofTwoTopics(30, 6_000, 1), Arena.ofAuto());

  /** Two slices long: a round. */
  private static final EncodedCorpus SHORT =
      Texts.encode(Texts.ofTwoTopics(30, 1_100, 1), Arena.ofAuto());

  private static final Word2VecConfig SKIP_GRAM =
      config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), 3, 0.05);

  private static final Word2VecConfig CBOW =
      config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 2, 0.05);

  /** What a kill is in process: nothing is done any more after a checkpoint. */
  private static final Checkpoints.Listener CRASHING =
      new Checkpoints.Listener() {
        @Override
        public void saved(Path path, double seconds) {
          throw new UnsupportedOperationException("crash");
        }

        @Override
        public void failed(IOException reason) {
          throw new AssertionError(reason);
        }
      };

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
    double last = one.report().losses().getLast();
    assertThat(two.report().losses().getLast())
        .isLessThan(two.report().losses().getFirst())
        .isCloseTo(last, within(0.03 * last));
    assertThat(topicality(one.vectors())).isGreaterThan(0.95);
    assertThat(topicality(two.vectors())).isGreaterThan(topicality(one.vectors()) - 0.02);
    assertThat(progress.getLast().done()).isEqualTo(config.schedule().epochs() * CORPUS.tokens());
    DeviceTimes times = two.report().device().orElseThrow();
    assertThat(times.device()).isEqualTo("cuda:0,1");
    assertThat(times.merging().rounds()).isEqualTo(2L * config.schedule().epochs());
  }

  /** Whichever GPU is first, and wherever it was cut. */
  @Test
  void aRunThatWasCutEndsAsOneThatWasNot() throws IOException, InterruptedException {
    Word2VecConfig config = config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 3, 0.05);
    Word2Vec.Trained whole =
        DeviceWord2Vec.train(new Word2Vec.Run(SHORT, config, arena), backend());
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> train(config, Checkpoints.in(own, EVERY_ROUND, Map.of(), CRASHING)))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> train(config, resuming(own, CRASHING)))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(newest(own).checkpoint().next()).isEqualTo(2);
      Word2Vec.Trained resumed = train(config, resuming(own, Checkpoints.Listener.NONE));
      assertThat(rows(resumed.vectors().matrix())).isDeepEqualTo(rows(whole.vectors().matrix()));
      assertThat(rows(resumed.outputs())).isDeepEqualTo(rows(whole.outputs()));
      assertThat(resumed.report().losses()).isEqualTo(whole.report().losses());
    }
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
    EncodedCorpus little = Texts.encode(Texts.skewed(60, 200, 1), arena);
    Word2Vec.Trained two = DeviceWord2Vec.train(new Word2Vec.Run(little, CBOW, arena), backend());
    Word2Vec.Trained one =
        DeviceWord2Vec.train(
            new Word2Vec.Run(little, CBOW, arena), new Backend.Gpu(gpus.device(), 1));
    assertThat(two.report().device().orElseThrow().device()).isEqualTo("cuda:0");
    assertThat(rows(two.vectors().matrix())).isDeepEqualTo(rows(one.vectors().matrix()));
  }

  private Word2Vec.Trained train(Word2VecConfig config, Checkpoints checkpoints)
      throws InterruptedException {
    return DeviceWord2Vec.train(
        new Word2Vec.Run(SHORT, config, arena).withCheckpoints(checkpoints), backend());
  }

  private static Checkpoints resuming(CheckpointFolder own, Checkpoints.Listener listener)
      throws IOException {
    return Checkpoints.after(newest(own), own, EVERY_ROUND, Map.of(), listener);
  }

  private static CheckpointFolder.Saved newest(CheckpointFolder own) throws IOException {
    return CheckpointFolder.newest(own.path(), damaged -> {}).orElseThrow();
  }

  private Backend backend() {
    return new Backend.Gpu(gpus.devices(), 1);
  }

  private static float[][] rows(FloatRows matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }

  /** For how many words of a topic the nearest other word is of the same topic. */
  private static double topicality(WordVectors vectors) {
    List<Integer> ids =
        IntStream.range(0, vectors.words().size())
            .filter(id -> !vectors.words().word(id).startsWith("c"))
            .boxed()
            .toList();
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
    return right / (double) ids.size();
  }
}
