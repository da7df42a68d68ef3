package org.wordvec.glove.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.compute.training.Execution;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.Texts;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.testing.EncodedTexts;

/** Training on the stand-in for a GPU: the real kernel, driven as on a real one. */
class DeviceTrainingTest {
  private static final int EPOCHS = 2;

  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpu = EmulatedGpu.plug();
  @AutoClose private Entries entries;

  @BeforeEach
  void count() throws IOException, InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(Texts.topics(9, 600), 2, arena);
    entries = Texts.count(corpus, 8, config(20, OutputVectors.SUM).weighting());
    assertThat(entries.tiles().slices()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @EnumSource(OutputVectors.class)
  void oneSliceAtATimeAgreesWithTheCpu(OutputVectors output) throws InterruptedException {
    assertAgrees(config(20, output), 1);
  }

  /** Around the widths of rows, of which two columns are for the biases. */
  @ParameterizedTest
  @ValueSource(ints = {1, 62, 63})
  void anyLengthAgreesWithTheCpu(int dimensions) throws InterruptedException {
    assertAgrees(config(dimensions, OutputVectors.BOTH), EntryLaunches.SLICES);
  }

  private void assertAgrees(GloVeConfig config, int slicesOfLaunch) throws InterruptedException {
    GloVe.Trained onCpu = GloVe.train(new GloVe.Run(entries, config, arena));
    GloVe.Trained onGpu =
        new DeviceTraining(
                new GloVe.Run(entries, config, arena),
                new Backend.Gpu(gpu.device(), 1),
                slicesOfLaunch,
                1)
            .train();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      assertThat(onGpu.report().losses().get(epoch))
          .isCloseTo(onCpu.report().losses().get(epoch), withinPercentage(0.001));
    }
    Matrix expected = (Matrix) onCpu.vectors().matrix();
    Matrix found = (Matrix) onGpu.vectors().matrix();
    for (int word = 0; word < expected.rows(); word++) {
      for (int column = 0; column < expected.dimensions(); column++) {
        assertThat(found.get(word, column)).isCloseTo(expected.get(word, column), within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reverse", "greedy", "random:7"})
  void isTheSameToTheBitWhicheverThreadIsFirst(String schedule) throws InterruptedException {
    Matrix forward = train(1);
    EmulatedGpu.set("EMULATED_SCHEDULE", schedule);
    assertThat(train(1).segment().mismatch(forward.segment())).isEqualTo(-1);
  }

  @Test
  void manySlicesInFlightLowerTheCostAsFar() throws InterruptedException {
    GloVeConfig config = config(20, OutputVectors.SUM);
    EmulatedGpu.set("EMULATED_BLOCKS", "4");
    EmulatedGpu.set("EMULATED_SCHEDULE", "random:3");
    List<Double> one = GloVe.train(new GloVe.Run(entries, config, arena)).report().losses();
    List<Double> four =
        DeviceGloVe.train(new GloVe.Run(entries, config, arena), new Backend.Gpu(gpu.device(), 4))
            .report()
            .losses();
    assertThat(four.getLast()).isLessThan(0.8 * four.getFirst());
    assertThat(four.getLast()).isCloseTo(one.getLast(), withinPercentage(10));
  }

  @Test
  void entriesThatDoNotFitAreStreamedAndGiveTheSame() throws InterruptedException {
    Matrix resident = train(1);
    DeviceTraining training =
        new DeviceTraining(
            new GloVe.Run(entries, config(20, OutputVectors.SUM), arena),
            new Backend.Gpu(gpu.device(), 1),
            100,
            1);
    long least = training.bytesWithoutEntries() + training.leastEntryBytes();
    assertThat(training.leastEntryBytes()).isLessThan(12 * entries.size() / 2);
    EmulatedGpu.set("EMULATED_MEMORY", Long.toString(least));
    Matrix streamed = (Matrix) training.train().vectors().matrix();
    assertThat(streamed.segment().mismatch(resident.segment())).isEqualTo(-1);
    EmulatedGpu.set("EMULATED_MEMORY", Long.toString(least - 1));
    assertThatThrownBy(() -> training.train())
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("%,d bytes needed, %,d free", least, least - 1);
  }

  @Test
  void startsAsTheCpuDoes() throws InterruptedException {
    GloVeConfig config =
        new GloVeConfig(
            20,
            new Weighting(10, 0.75),
            100,
            OutputVectors.BOTH,
            GloVeConfig.schedule(1, 1e-30),
            new Execution(1, 5));
    Matrix onCpu = (Matrix) GloVe.train(new GloVe.Run(entries, config, arena)).vectors().matrix();
    Matrix onGpu =
        (Matrix)
            DeviceGloVe.train(
                    new GloVe.Run(entries, config, arena), new Backend.Gpu(gpu.device(), 1))
                .vectors()
                .matrix();
    assertThat(onGpu.segment().mismatch(onCpu.segment())).isEqualTo(-1);
  }

  @Test
  void rowsThatAreTooLongForTheKernelAreRefused() {
    assertThatThrownBy(
            () ->
                new DeviceTraining(
                    new GloVe.Run(entries, config(511, OutputVectors.SUM), arena),
                    new Backend.Gpu(gpu.device(), 1)))
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("rows of 512 numbers, not 513");
  }

  private Matrix train(int concurrency) throws InterruptedException {
    return (Matrix)
        DeviceGloVe.train(
                new GloVe.Run(entries, config(20, OutputVectors.SUM), arena),
                new Backend.Gpu(gpu.device(), concurrency))
            .vectors()
            .matrix();
  }

  private static GloVeConfig config(int dimensions, OutputVectors output) {
    return new GloVeConfig(
        dimensions,
        new Weighting(10, Weighting.DEFAULT_ALPHA),
        GloVeConfig.DEFAULT_GRADIENT_CLIP,
        output,
        GloVeConfig.schedule(EPOCHS, 0.05),
        new Execution(1, 1));
  }
}
