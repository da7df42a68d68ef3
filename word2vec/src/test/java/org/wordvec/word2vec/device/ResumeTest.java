package org.wordvec.word2vec.device;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.testing.Crashes;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.Learning;
import org.wordvec.testing.ResumeContract;
import org.wordvec.testing.TopicText;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Texts;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
class ResumeTest {
  /** Two slices long, so six in three epochs. */
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(Texts.skewed(60, 1_500, 1), Arena.ofAuto());

  /** A slice, as what is computed for a GPU takes long here. */
  private static final EncodedCorpus SHORT =
      EncodedTexts.encode(Texts.skewed(60, 200, 1), Arena.ofAuto());

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
    ResumeContract.assertSameWhereverCut(
        folder,
        steps,
        checkpoints -> {
          Word2Vec.Trained trained = train(corpus, config, backend, checkpoints);
          return new ResumeContract.Result(
              trained.report(), trained.vectors().matrix(), trained.outputs());
        });
  }

  @Test
  void severalThreadsLearnAsMuchWhenResumed() throws IOException, InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(TopicText.ofTwo(40).lines(8_000, 1), arena);
    for (Objective objective :
        List.of(new Objective.NegativeSampling(5, 0.75), new Objective.HierarchicalSoftmax())) {
      Word2VecConfig config = config(Architecture.SKIP_GRAM, objective, 4);
      Crashes.Training<Word2Vec.Trained> training =
          checkpoints -> train(corpus, config, new Backend.Cpu(), checkpoints);
      Word2Vec.Trained whole = training.train(Checkpoints.none());
      try (CheckpointFolder own =
          CheckpointFolder.open(folder.resolve(objective.getClass().getSimpleName()))) {
        Crashes.crash(own, training);
        Learning.assertAsMuch(Crashes.resume(own, training).report(), whole.report(), 0.05);
      }
    }
  }

  @Test
  void refusesTheCheckpointOfAnotherModel() throws IOException {
    Word2VecConfig config =
        config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), 1);
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Crashes.crash(
          own,
          checkpoints -> {
            checkpoints.require(Map.of("model", "9", "seed", "1"));
            return train(CORPUS, config, new Backend.Cpu(), checkpoints);
          });
      Crashes.Training<Word2Vec.Trained> other =
          checkpoints -> {
            checkpoints.require(Map.of("model", "9", "seed", "2"));
            throw new AssertionError("not refused");
          };
      assertThatThrownBy(() -> Crashes.resume(own, other))
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
}
