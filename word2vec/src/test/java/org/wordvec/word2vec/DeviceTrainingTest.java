package org.wordvec.word2vec;

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
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
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

/** Training on the stand-in for a GPU: the real kernels, driven as on a real one. */
class DeviceTrainingTest {
  /** Two slices long. */
  private static final EncodedCorpus CORPUS =
      Texts.encode(Texts.skewed(60, 1_500, 1), Arena.ofAuto());

  /** Short, where it matters only that all of the path is gone. */
  private static final EncodedCorpus SHORT = Texts.encode(Texts.skewed(60, 200, 1), Arena.ofAuto());

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
    return new Word2VecConfig(
        architecture,
        objective,
        DIMENSIONS,
        4,
        0.02,
        new Schedule(epochs, factor * Word2VecConfig.defaultRate(architecture)),
        new Execution(1, 1));
  }

  private static Word2VecConfig skipGram(double factor, int epochs) {
    return config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), factor, epochs);
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheReferenceOneSentenceAtATime(Word2VecConfig config) throws InterruptedException {
    ReferenceTrainer expected = ReferenceTrainer.train(CORPUS, config, ReferenceTrainer.Order.GPU);
    Word2Vec.Trained found = train(config, 1);
    double worst = 0;
    double squares = 0;
    for (int word = 0; word < CORPUS.vocabulary().size(); word++) {
      float[] row = found.vectors().matrix().row(word);
      for (int column = 0; column < row.length; column++) {
        worst = Math.max(worst, Math.abs(row[column] - expected.vectors()[word][column]));
        squares += expected.vectors()[word][column] * expected.vectors()[word][column];
      }
    }
    double typical = Math.sqrt(squares / (DIMENSIONS * CORPUS.vocabulary().size()));
    assertThat(worst).isLessThan(5e-5 * typical);
    for (int epoch = 0; epoch < 2; epoch++) {
      double loss = expected.losses().get(epoch);
      assertThat(found.report().losses().get(epoch)).isCloseTo(loss, within(0.05 * loss));
    }
    assertNearTheCpu(rows(found), config);
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
    EncodedCorpus corpus = Texts.encode(Texts.ofTwoTopics(40, 1_500, 1), arena);
    EmulatedGpu.set("EMULATED_BLOCKS", "8");
    EmulatedGpu.set("EMULATED_SCHEDULE", "random:3");
    List<Double> losses =
        Word2Vec.train(
                corpus, skipGram(3, 4), new Backend.Gpu(gpu.device(), 8), arena, Progress.NONE)
            .report()
            .losses();
    assertThat(losses.getLast()).isPositive().isLessThan(losses.getFirst() - 0.04);
  }

  /** Word by word and all at once make a difference of the second order in the rate. */
  private void assertNearTheCpu(float[][] onGpu, Word2VecConfig config)
      throws InterruptedException {
    float[][] onCpu = rows(Word2Vec.train(CORPUS, config, arena, Progress.NONE));
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
    Run inParts = new Run(CORPUS, config, ONE_AT_A_TIME);
    inParts.train();
    assertThat(rows(inParts.inputs)).isDeepEqualTo(whole);
  }

  /** Three slices: a kernel for two, and as that took long, one for the third. */
  @Test
  void aSlowGpuGetsSmallerKernelsThatGiveTheSame() throws InterruptedException {
    EncodedCorpus corpus = Texts.encode(Texts.skewed(60, 2_500, 2), arena);
    Word2VecConfig config = config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 1, 2);
    Run whole = new Run(corpus, config, Launches.Limits.USUAL);
    whole.train();
    EmulatedGpu.set("EMULATED_SECONDS", "1000");
    Run inParts = new Run(corpus, config, new Launches.Limits(3_200, 2, 1));
    DeviceTimes times = inParts.train().device().orElseThrow();
    assertThat(rows(inParts.inputs)).isDeepEqualTo(rows(whole.inputs));
    assertThat(rows(inParts.outputs)).isDeepEqualTo(rows(whole.outputs));
    // Two kernels in the first epoch and three in the second.
    assertThat(times.kernelSeconds()).isBetween(5_000.0, 5_500.0);
  }

  @Test
  void noMoreAreInFlightThanFit() throws InterruptedException {
    EmulatedGpu.set("EMULATED_OCCUPANCY", "3");
    DeviceTimes times =
        Word2Vec.train(
                SHORT, skipGram(1, 1), new Backend.Gpu(gpu.device(), 50), arena, Progress.NONE)
            .report()
            .device()
            .orElseThrow();
    assertThat(times.inFlight()).isEqualTo(new DeviceTimes.InFlight(6, 50));
  }

  @Test
  void aCorpusThatDoesNotFitIsStreamedAndGivesTheSame() throws InterruptedException {
    EncodedCorpus corpus = Texts.encode(Texts.skewed(60, 2_500, 2), arena);
    Word2VecConfig config = config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 1, 2);
    Run resident = new Run(corpus, config, ONE_AT_A_TIME);
    resident.train();
    Run streamed = new Run(corpus, config, ONE_AT_A_TIME);
    assertThat(streamed.leastCorpusBytes()).isLessThan(DeviceCorpus.bytes(corpus));
    EmulatedGpu.set("EMULATED_MEMORY", Long.toString(streamed.leastBytes()));
    DeviceTimes times = streamed.train().device().orElseThrow();
    assertThat(rows(streamed.inputs)).isDeepEqualTo(rows(resident.inputs));
    assertThat(rows(streamed.outputs)).isDeepEqualTo(rows(resident.outputs));
    assertThat(times.copySeconds()).isPositive();
  }

  @Test
  void whatDoesNotFitEvenSoIsRefusedBeforeAnyWork() {
    Run run = new Run(CORPUS, skipGram(1, 1), Launches.Limits.USUAL);
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
          Word2Vec.train(
                  Texts.encode("a b c\n", arena),
                  config(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 1, 50),
                  new Backend.Gpu(gpu.device(), 1),
                  arena,
                  Progress.NONE,
                  checkpoints)
              .report();
      assertThat(report.pauses().count()).isEqualTo(50);
    }
  }

  /** A run with launches of some size, one sentence at a time. */
  private final class Run {
    final Matrix inputs;
    final Matrix outputs;
    final DeviceTraining training;

    Run(EncodedCorpus corpus, Word2VecConfig config, Launches.Limits limits) {
      inputs = Matrix.allocate(arena, corpus.vocabulary().size(), DIMENSIONS);
      RandomRows.fill(inputs, config.execution().seed());
      outputs =
          Matrix.allocate(arena, Outputs.rows(config.objective(), corpus.vocabulary()), DIMENSIONS);
      training =
          new DeviceTraining(
              corpus, config, new Backend.Gpu(gpu.device(), 1), WindowKernels.word2vec(), limits);
    }

    TrainingReport train() throws InterruptedException {
      return training.train(inputs, outputs, Progress.NONE);
    }

    long leastBytes() {
      return training.bytesWithoutCorpus(inputs.rows() + outputs.rows()) + leastCorpusBytes();
    }

    long leastCorpusBytes() {
      return training.leastCorpusBytes(training.launches(inputs.rows() + outputs.rows()));
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
    Word2Vec.train(SHORT, skipGram(1, 2), new Backend.Gpu(gpu.device(), 1), arena, snapshots::add);
    assertThat(snapshots.getLast().done()).isEqualTo(2 * SHORT.tokens());
  }

  @Test
  void stopsWhenItDiverges() {
    Word2VecConfig wild =
        new Word2VecConfig(
            Architecture.CBOW,
            new Objective.NegativeSampling(5, 0.75),
            DIMENSIONS,
            4,
            0,
            new Schedule(2, 10),
            new Execution(1, 1));
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
        new Word2VecConfig(
            Architecture.CBOW,
            new Objective.HierarchicalSoftmax(),
            513,
            5,
            0,
            new Schedule(1, 0.05),
            new Execution(1, 1));
    assertThatThrownBy(() -> train(wide, 1))
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("rows of 512 numbers, not 513");
  }

  @ParameterizedTest
  @MethodSource("models")
  void trainsOnACorpusOfOneWord(Word2VecConfig config) throws InterruptedException {
    EncodedCorpus corpus = Texts.encode("only only only\nonly only\n", arena);
    Word2Vec.Trained trained =
        Word2Vec.train(corpus, config, new Backend.Gpu(gpu.device(), 1), arena, Progress.NONE);
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
    return Word2Vec.train(
        CORPUS, config, new Backend.Gpu(gpu.device(), concurrency), arena, Progress.NONE);
  }

  private Word2Vec.Trained trainShortly() throws InterruptedException {
    return Word2Vec.train(
        SHORT,
        skipGram(1, 1),
        new Backend.Gpu(List.of(gpu.device()), OptionalInt.empty()),
        arena,
        Progress.NONE);
  }

  private static float[][] rows(Word2Vec.Trained trained) {
    return rows(trained.vectors().matrix());
  }

  private static float[][] rows(FloatRows matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }
}
