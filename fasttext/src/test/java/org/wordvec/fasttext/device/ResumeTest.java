package org.wordvec.fasttext.device;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.Subwords;
import org.wordvec.fasttext.Texts;
import org.wordvec.testing.Crashes;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.Learning;
import org.wordvec.testing.ResumeContract;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
class ResumeTest {
  private static final Objective SAMPLING =
      new Objective.NegativeSampling(5, FastTextConfig.DEFAULT_NOISE_EXPONENT);
  private static final Subwords SUBWORDS = new Subwords(3, 6, 5_000);
  private static final int SEED = 3;

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  private final EncodedCorpus corpus = EncodedTexts.encode(Texts.TOPICS.lines(1_500, 1), arena);

  static Stream<FastTextConfig> models() {
    return Texts.models(SAMPLING, SUBWORDS, SEED);
  }

  @ParameterizedTest
  @MethodSource("models")
  void isTheSameToTheBitWhereverItWasCut(FastTextConfig config)
      throws IOException, InterruptedException {
    // Two slices an epoch.
    assertSameWhereverCut(corpus, config, new Backend.Cpu(), 2 * Texts.EPOCHS);
  }

  @Test
  void isTheSameToTheBitOnTheGpu() throws IOException, InterruptedException {
    try (EmulatedGpu gpu = EmulatedGpu.plug()) {
      assertSameWhereverCut(
          EncodedTexts.encode(Texts.TOPICS.lines(100, 1), arena),
          Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 1, SEED),
          new Backend.Gpu(gpu.device(), 1),
          Texts.EPOCHS);
    }
  }

  private void assertSameWhereverCut(
      EncodedCorpus text, FastTextConfig config, Backend backend, int steps)
      throws IOException, InterruptedException {
    ResumeContract.assertSameWhereverCut(
        folder,
        steps,
        checkpoints -> {
          FastText.Trained trained = train(text, config, backend, checkpoints);
          return new ResumeContract.Result(trained.report(), trained.inputs(), trained.outputs());
        });
  }

  @Test
  void severalThreadsLearnAsMuchWhenResumed() throws IOException, InterruptedException {
    FastTextConfig config = Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 4, SEED);
    Crashes.Training<FastText.Trained> training =
        checkpoints -> train(corpus, config, new Backend.Cpu(), checkpoints);
    FastText.Trained whole = training.train(Checkpoints.none());
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Crashes.crash(own, training);
      Learning.assertAsMuch(Crashes.resume(own, training).report(), whole.report(), 0.1);
    }
  }

  private FastText.Trained train(
      EncodedCorpus text, FastTextConfig config, Backend backend, Checkpoints checkpoints)
      throws InterruptedException {
    return DeviceFastText.train(
        new FastText.Run(text, config, arena).withCheckpoints(checkpoints), backend);
  }
}
