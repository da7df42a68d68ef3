package org.wordvec.word2vec.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Texts;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
class ResumeTest {
  /** Two slices long, so six in three epochs. */
  private static final EncodedCorpus CORPUS =
      Texts.encode(Texts.skewed(60, 1_500, 1), Arena.ofAuto());

  /** A slice, as what is computed for a GPU takes long here. */
  private static final EncodedCorpus SHORT = Texts.encode(Texts.skewed(60, 200, 1), Arena.ofAuto());

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();

  static Stream<Word2VecConfig> models() {
    return Stream.of(Architecture.values())
        .flatMap(
            architecture ->
                Stream.of(
                        new Objective.NegativeSampling(5, 0.75),
                        new Objective.HierarchicalSoftmax())
                    .map(objective -> config(architecture, objective, 1)));
  }

  private static Word2VecConfig config(
      Architecture architecture, Objective objective, int threads) {
    return Word2VecConfig.of(architecture)
        .withObjective(objective)
        .withDimensions(9)
        .withWindow(4)
        .withSample(0.02)
        .withSchedule(new Schedule(3, Word2VecConfig.defaultRate(architecture)))
        .withExecution(new Execution(threads, 1));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isTheSameToTheBitWhereverItWasCut(Word2VecConfig config)
      throws IOException, InterruptedException {
    assertSameWhereverCut(CORPUS, config, new Backend.Cpu(), 6);
  }

  @Test
  void isTheSameToTheBitOnTheGpu() throws IOException, InterruptedException {
    Word2VecConfig config =
        config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), 1);
    try (EmulatedGpu gpu = EmulatedGpu.plug()) {
      assertSameWhereverCut(SHORT, config, new Backend.Gpu(gpu.device(), 1), 3);
    }
  }

  private void assertSameWhereverCut(
      EncodedCorpus corpus, Word2VecConfig config, Backend backend, int steps)
      throws IOException, InterruptedException {
    Word2Vec.Trained whole = DeviceWord2Vec.train(new Word2Vec.Run(corpus, config, arena), backend);
    for (int cut = 1; cut <= steps; cut++) {
      try (CheckpointFolder own = CheckpointFolder.open(folder.resolve("cut" + cut))) {
        assertThatThrownBy(() -> train(corpus, config, backend, crashingAfter(config, own)))
            .isInstanceOf(Crash.class);
        for (int more = 1; more < cut; more++) {
          assertThatThrownBy(() -> train(corpus, config, backend, resuming(own, new Crashing())))
              .isInstanceOf(Crash.class);
        }
        CheckpointFolder.Saved saved = newest(own);
        assertThat(saved.checkpoint().next()).isEqualTo(cut);
        Word2Vec.Trained resumed =
            train(corpus, config, backend, resuming(own, Checkpoints.Listener.NONE));
        assertThat(rows(resumed.vectors().matrix())).isDeepEqualTo(rows(whole.vectors().matrix()));
        assertThat(rows(resumed.outputs())).isDeepEqualTo(rows(whole.outputs()));
        assertThat(resumed.report().losses()).isEqualTo(whole.report().losses());
        assertThat(resumed.report().seconds()).isGreaterThan(saved.checkpoint().seconds());
      }
    }
  }

  @Test
  void severalThreadsLearnAsMuchWhenResumed() throws IOException, InterruptedException {
    EncodedCorpus corpus = Texts.encode(Texts.ofTwoTopics(40, 8_000, 1), arena);
    for (Objective objective :
        List.of(new Objective.NegativeSampling(5, 0.75), new Objective.HierarchicalSoftmax())) {
      Word2VecConfig config = config(Architecture.SKIP_GRAM, objective, 4);
      List<Double> whole =
          Word2Vec.train(new Word2Vec.Run(corpus, config, arena)).report().losses();
      try (CheckpointFolder own =
          CheckpointFolder.open(folder.resolve(objective.getClass().getSimpleName()))) {
        assertThatThrownBy(
                () ->
                    DeviceWord2Vec.train(
                        new Word2Vec.Run(corpus, config, arena)
                            .withCheckpoints(crashingAfter(config, own)),
                        new Backend.Cpu()))
            .isInstanceOf(Crash.class);
        List<Double> resumed =
            DeviceWord2Vec.train(
                    new Word2Vec.Run(corpus, config, arena)
                        .withCheckpoints(resuming(own, Checkpoints.Listener.NONE)),
                    new Backend.Cpu())
                .report()
                .losses();
        double last = whole.getLast();
        assertThat(resumed.getLast())
            .isCloseTo(last, org.assertj.core.api.Assertions.within(0.05 * last));
      }
    }
  }

  @Test
  void refusesTheCheckpointOfAnotherModel() throws IOException {
    Word2VecConfig config =
        config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), 1);
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> train(CORPUS, config, new Backend.Cpu(), crashingAfter(config, own)))
          .isInstanceOf(Crash.class);
      Checkpoints later = resuming(own, Checkpoints.Listener.NONE);
      assertThatThrownBy(() -> later.require(Map.of("model", "9", "seed", "2")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cannot resume: seed: 1 in the checkpoint, 2 now");
    }
  }

  private Word2Vec.Trained train(
      EncodedCorpus corpus, Word2VecConfig config, Backend backend, Checkpoints checkpoints)
      throws InterruptedException {
    return DeviceWord2Vec.train(
        new Word2Vec.Run(corpus, config, arena).withCheckpoints(checkpoints), backend);
  }

  private static Checkpoints crashingAfter(Word2VecConfig config, CheckpointFolder folder) {
    Checkpoints checkpoints =
        Checkpoints.in(folder, new CheckpointInterval.Part(1e-9), Map.of(), new Crashing());
    checkpoints.require(
        Map.of("model", "" + config.dimensions(), "seed", "" + config.execution().seed()));
    return checkpoints;
  }

  private static Checkpoints resuming(CheckpointFolder folder, Checkpoints.Listener listener)
      throws IOException {
    return Checkpoints.after(
        newest(folder), folder, new CheckpointInterval.Part(1e-9), Map.of(), listener);
  }

  private static CheckpointFolder.Saved newest(CheckpointFolder folder) throws IOException {
    return CheckpointFolder.newest(folder.path(), damaged -> {}).orElseThrow();
  }

  private static float[][] rows(FloatRows matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }

  private static float[][] rows(Matrix matrix) {
    return rows((FloatRows) matrix);
  }

  /** What a kill is in process: nothing is done any more after a checkpoint. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class Crashing implements Checkpoints.Listener {
    @Override
    public void saved(Path path, double seconds) {
      throw new Crash();
    }

    @Override
    public void failed(IOException reason) {
      throw new AssertionError(reason);
    }
  }
}
