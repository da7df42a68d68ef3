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
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.DeviceTimes;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.TopicText;
import org.wordvec.testing.TrainedReference;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.ReferenceTraining;
import org.wordvec.word2vec.Texts;
import org.wordvec.word2vec.WindowOrder;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Training on the stand-in for a GPU: the real kernels, driven as on a real one. */
class DeviceTrainingTest {
  /** Two slices long. */
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(Texts.skewed(60, 1_500, 1), Arena.ofAuto());

  /** Short, where it matters only that all of the path is gone. */
  private static final EncodedCorpus SHORT =
      EncodedTexts.encode(Texts.skewed(60, 200, 1), Arena.ofAuto());

  private static final Launches.Limits ONE_AT_A_TIME = new Launches.Limits(1, 128, 16);
  private static final int DIMENSIONS = 9;

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpu = EmulatedGpu.plug();

  static Stream<Word2VecConfig> models() {
    List<Word2VecConfig> models = new ArrayList<>();
    for (Architecture architecture : Architecture.values()) {
      for (Objective objective :
          List.of(new Objective.NegativeSampling(5, 0.75), new Objective.HierarchicalSoftmax())) {
        models.add(config(architecture, objective, 0.5, 2));
      }
    }
    return models.stream();
  }

  private static Word2VecConfig config(
      Architecture architecture, Objective objective, double factor, int epochs) {
    return Word2VecConfig.of(architecture)
        .withObjective(objective)
        .withDimensions(DIMENSIONS)
        .withWindow(4)
        .withSample(0.02)
        .withSchedule(new Schedule(epochs, factor * Word2VecConfig.defaultRate(architecture)))
        .withExecution(new Execution(1, 1));
  }

  private static Word2VecConfig skipGram(double factor, int epochs) {
    return config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), factor, epochs);
  }

  /** Two words and at most three outputs change at once, as in the reference. */
  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheReferenceInWindowsOfOneGroup(Word2VecConfig config)
      throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(Texts.withoutRepetition(1_000, 1), arena);
    assertAgrees(corpus, ReferenceTraining.ofOneGroup(config), WindowOrder.AT_ONCE);
  }

  /** Of a few words, many of which a window has twice. */
  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheReferenceOneSentenceAtATime(Word2VecConfig config) throws InterruptedException {
    assertNearTheCpu(CORPUS, rows(assertAgrees(CORPUS, config, WindowOrder.GROUPS)), config);
  }

  private Word2Vec.Trained assertAgrees(
      EncodedCorpus corpus, Word2VecConfig config, WindowOrder order) throws InterruptedException {
    TrainedReference expected = ReferenceTraining.train(corpus, config, order);
    Word2Vec.Trained found =
        DeviceWord2Vec.train(
            new Word2Vec.Run(corpus, config, arena), new Backend.Gpu(gpu.device(), 1));
    assertThat(expected.deviation(found.vectors().matrix())).isLessThan(1e-3);
    for (int epoch = 0; epoch < 2; epoch++) {
      double loss = expected.losses().get(epoch);
      assertThat(found.report().losses().get(epoch)).isCloseTo(loss, within(0.05 * loss));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"reverse", "greedy", "random:7"})
  void isTheSameToTheBitWhicheverThreadIsFirst(String schedule) throws InterruptedException {
    float[][] forward = rows(trainShortly());
    EmulatedGpu.set("EMULATED_SCHEDULE", schedule);
    assertThat(rows(trainShortly())).isDeepEqualTo(forward);
  }

  @Test
  void learnsWithManySentencesInFlight() throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(TopicText.ofTwo(40).lines(1_500, 1), arena);
    EmulatedGpu.set("EMULATED_BLOCKS", "8");
    EmulatedGpu.set("EMULATED_SCHEDULE", "random:3");
    List<Double> losses =
        DeviceWord2Vec.train(
                new Word2Vec.Run(corpus, skipGram(3, 4), arena), new Backend.Gpu(gpu.device(), 8))
            .report()
            .losses();
    assertThat(losses.getLast()).isPositive().isLessThan(losses.getFirst() - 0.04);
  }

  /** Word by word and all at once make a difference of the second order in the rate. */
  private void assertNearTheCpu(EncodedCorpus corpus, float[][] onGpu, Word2VecConfig config)
      throws InterruptedException {
    float[][] onCpu = rows(Word2Vec.train(new Word2Vec.Run(corpus, config, arena)));
    double dot = 0;
    double gpuSquares = 0;
    double cpuSquares = 0;
    for (int word = 0; word < onCpu.length; word++) {
      for (int column = 0; column < DIMENSIONS; column++) {
        dot += onGpu[word][column] * onCpu[word][column];
        gpuSquares += onGpu[word][column] * onGpu[word][column];
        cpuSquares += onCpu[word][column] * onCpu[word][column];
      }
    }
    assertThat(dot / Math.sqrt(gpuSquares * cpuSquares)).isGreaterThan(0.999);
  }

  @Test
  void launchesOfAnySizeGiveTheSame() throws InterruptedException {
    Word2VecConfig config = skipGram(1, 1);
    float[][] whole = rows(train(config, 1));
    LimitedRun inParts = new LimitedRun(CORPUS, config, ONE_AT_A_TIME);
    inParts.train();
    assertThat(rows(inParts.matrices.inputs())).isDeepEqualTo(whole);
  }

  /** Three slices: a kernel for two, and as that took long, one for the third. */
  @Test
  void aSlowGpuGetsSmallerKernelsThatGiveTheSame() throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(Texts.skewed(60, 2_500, 2), arena);
    Word2VecConfig config = config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 1, 2);
    LimitedRun whole = new LimitedRun(corpus, config, Launches.Limits.USUAL);
    whole.train();
    EmulatedGpu.set("EMULATED_SECONDS", "1000");
    LimitedRun inParts = new LimitedRun(corpus, config, new Launches.Limits(3_200, 2, 1));
    DeviceTimes times = inParts.train().device().orElseThrow();
    assertThat(rows(inParts.matrices.inputs())).isDeepEqualTo(rows(whole.matrices.inputs()));
    assertThat(rows(inParts.matrices.outputs())).isDeepEqualTo(rows(whole.matrices.outputs()));
    // Two kernels in the first epoch and three in the second.
    assertThat(times.kernelSeconds()).isBetween(5_000.0, 5_500.0);
  }

  @Test
  void noMoreAreInFlightThanFit() throws InterruptedException {
    EmulatedGpu.set("EMULATED_OCCUPANCY", "3");
    DeviceTimes times =
        DeviceWord2Vec.train(
                new Word2Vec.Run(SHORT, skipGram(1, 1), arena), new Backend.Gpu(gpu.device(), 50))
            .report()
            .device()
            .orElseThrow();
    assertThat(times.inFlight()).isEqualTo(new DeviceTimes.InFlight(6, 50));
  }

  @Test
  void aCorpusThatDoesNotFitIsStreamedAndGivesTheSame() throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(Texts.skewed(60, 2_500, 2), arena);
    Word2VecConfig config = config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 1, 2);
    LimitedRun resident = new LimitedRun(corpus, config, ONE_AT_A_TIME);
    resident.train();
    LimitedRun streamed = new LimitedRun(corpus, config, ONE_AT_A_TIME);
    assertThat(streamed.leastCorpusBytes()).isLessThan(DeviceCorpus.bytes(corpus));
    EmulatedGpu.set("EMULATED_MEMORY", Long.toString(streamed.leastBytes()));
    DeviceTimes times = streamed.train().device().orElseThrow();
    assertThat(rows(streamed.matrices.inputs())).isDeepEqualTo(rows(resident.matrices.inputs()));
    assertThat(rows(streamed.matrices.outputs())).isDeepEqualTo(rows(resident.matrices.outputs()));
    assertThat(times.copySeconds()).isPositive();
  }

  @Test
  void whatDoesNotFitEvenSoIsRefusedBeforeAnyWork() {
    LimitedRun run = new LimitedRun(CORPUS, skipGram(1, 1), Launches.Limits.USUAL);
    EmulatedGpu.set("EMULATED_MEMORY", Long.toString(run.leastBytes() - 1));
    assertThatThrownBy(run::train)
        .isInstanceOf(CudaException.class)
        .hasMessage(
            "not enough memory on GPU 0 (Emulated GPU 0): %,d bytes needed, %,d free; every GPU"
                + " holds the whole model: lower --dim, raise --min-count or train with --device"
                + " cpu",
            run.leastBytes(), run.leastBytes() - 1);
  }

  /** Room for the rows on their way and a thousand bytes more, and fifty checkpoints. */
  @Test
  void checkpointsPinNoMoreMemory() throws IOException, InterruptedException {
    EmulatedGpu.set("EMULATED_PINNED", Long.toString((32L << 20) + 1_000));
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      CheckpointInterval each = new CheckpointInterval.Part(1e-9);
      Checkpoints checkpoints = Checkpoints.in(own, each, Map.of(), Checkpoints.Listener.NONE);
      TrainingReport report =
          DeviceWord2Vec.train(
                  new Word2Vec.Run(
                          EncodedTexts.encode("a b c\n", arena),
                          config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 1, 50),
                          arena)
                      .withCheckpoints(checkpoints),
                  new Backend.Gpu(gpu.device(), 1))
              .report();
      assertThat(report.pauses().count()).isEqualTo(50);
    }
  }

  /** A run with launches of some size, one sentence at a time. */
  private final class LimitedRun {
    final ModelMatrices matrices;
    final DeviceTraining training;

    LimitedRun(EncodedCorpus corpus, Word2VecConfig config, Launches.Limits limits) {
      matrices = Word2Vec.start(corpus.vocabulary(), config, arena);
      training =
          new DeviceTraining(
              new Word2Vec.Run(corpus, config, arena),
              new Backend.Gpu(gpu.device(), 1),
              WindowKernels.word2vec(),
              limits);
    }

    TrainingReport train() throws InterruptedException {
      return training.train(matrices);
    }

    long rows() {
      return (long) matrices.inputs().rows() + matrices.outputs().rows();
    }

    long leastBytes() {
      return training.bytesWithoutCorpus(rows()) + leastCorpusBytes();
    }

    long leastCorpusBytes() {
      return training.leastCorpusBytes(training.launches(rows()));
    }
  }

  @Test
  void tellsWhereTheTimeWent() throws InterruptedException {
    DeviceTimes times = trainShortly().report().device().orElseThrow();
    assertThat(times.device()).isEqualTo("cuda:0");
    assertThat(times.name()).isEqualTo("Emulated GPU 0");
    assertThat(times.inFlight()).isEqualTo(new DeviceTimes.InFlight(1, 1));
    assertThat(times.kernelSeconds()).isPositive();
    assertThat(times.copySeconds()).isPositive();
    assertThat(times.hostSeconds()).isPositive();
  }

  @Test
  void reportsProgressUpToTheEnd() throws InterruptedException {
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    DeviceWord2Vec.train(
        new Word2Vec.Run(SHORT, skipGram(1, 2), arena).withProgress(snapshots::add),
        new Backend.Gpu(gpu.device(), 1));
    assertThat(snapshots.getLast().done()).isEqualTo(2 * SHORT.tokens());
  }

  @Test
  void stopsWhenItDiverges() {
    Word2VecConfig wild =
        Word2VecConfig.of(Architecture.CBOW)
            .withObjective(new Objective.NegativeSampling(5, 0.75))
            .withDimensions(DIMENSIONS)
            .withWindow(4)
            .withSample(0)
            .withSchedule(new Schedule(2, 10))
            .withExecution(new Execution(1, 1));
    assertThatThrownBy(() -> train(wild, 1))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("--gpu-concurrency");
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::trainShortly).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aFaultOfTheKernelIsNamed() throws InterruptedException {
    EmulatedGpu.set("EMULATED_FAILURE", "cuStreamSynchronize:700");
    assertThatThrownBy(this::trainShortly)
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("CUDA_ERROR_ILLEGAL_ADDRESS");
    EmulatedGpu.set("EMULATED_FAILURE", "");
    assertThat(trainShortly().vectors().dimensions()).isEqualTo(DIMENSIONS);
  }

  @Test
  void rowsThatAreTooLongForTheKernelsAreRefused() {
    Word2VecConfig wide =
        Word2VecConfig.of(Architecture.CBOW)
            .withObjective(new Objective.HierarchicalSoftmax())
            .withDimensions(513)
            .withWindow(5)
            .withSample(0)
            .withSchedule(new Schedule(1, 0.05))
            .withExecution(new Execution(1, 1));
    assertThatThrownBy(() -> train(wide, 1))
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("rows of 512 numbers, not 513");
  }

  @ParameterizedTest
  @MethodSource("models")
  void trainsOnACorpusOfOneWord(Word2VecConfig config) throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode("only only only\nonly only\n", arena);
    Word2Vec.Trained trained =
        DeviceWord2Vec.train(
            new Word2Vec.Run(corpus, config, arena), new Backend.Gpu(gpu.device(), 1));
    for (float value : trained.vectors().matrix().row(0)) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 32, 33, 1000})
  void theRingHoldsWhatAWindowReaches(int window) {
    int ring = (DeviceTraining.sharedBytes(window) - 256) / 10;
    assertThat(ring).isBetween(2 * window + 64, 4 * window + 127);
    assertThat(Integer.bitCount(ring)).isOne();
  }

  private Word2Vec.Trained train(Word2VecConfig config, int concurrency)
      throws InterruptedException {
    return DeviceWord2Vec.train(
        new Word2Vec.Run(CORPUS, config, arena), new Backend.Gpu(gpu.device(), concurrency));
  }

  private Word2Vec.Trained trainShortly() throws InterruptedException {
    return DeviceWord2Vec.train(
        new Word2Vec.Run(SHORT, skipGram(1, 1), arena),
        new Backend.Gpu(List.of(gpu.device()), OptionalInt.empty()));
  }

  private static float[][] rows(Word2Vec.Trained trained) {
    return rows(trained.vectors().matrix());
  }

  private static float[][] rows(FloatRows matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }
}
