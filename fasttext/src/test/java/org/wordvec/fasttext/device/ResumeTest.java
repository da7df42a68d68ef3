package org.wordvec.fasttext.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.Subwords;
import org.wordvec.fasttext.Texts;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
class ResumeTest {
  private static final CheckpointInterval EVERY_SLICE = new CheckpointInterval.Part(1e-9);
  private static final Objective SAMPLING =
      new Objective.NegativeSampling(5, FastTextConfig.DEFAULT_NOISE_EXPONENT);
  private static final Subwords SUBWORDS = new Subwords(3, 6, 5_000);
  private static final int EPOCHS = 3;

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  private final EncodedCorpus corpus = Texts.encode(Texts.ofTwoTopics(12, 1_500, 1), arena);

  static Stream<FastTextConfig> models() {
    return Texts.models(SAMPLING, SUBWORDS, EPOCHS);
  }

  @ParameterizedTest
  @MethodSource("models")
  void isTheSameToTheBitWhereverItWasCut(FastTextConfig config)
      throws IOException, InterruptedException {
    assertSameWhereverCut(corpus, config, new Backend.Cpu());
  }

  @Test
  void isTheSameToTheBitOnTheGpu() throws IOException, InterruptedException {
    try (EmulatedGpu gpu = EmulatedGpu.plug()) {
      assertSameWhereverCut(
          Texts.encode(Texts.ofTwoTopics(12, 100, 1), arena),
          Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 1, EPOCHS),
          new Backend.Gpu(gpu.device(), 1));
    }
  }

  private void assertSameWhereverCut(EncodedCorpus text, FastTextConfig config, Backend backend)
      throws IOException, InterruptedException {
    FastText.Trained whole = train(text, config, backend, Checkpoints.none());
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> train(text, config, backend, crashing(own)))
          .isInstanceOf(Crash.class);
      while (!resuming(own, new Crashing()).resumed().orElseThrow().isComplete()) {
        assertThatThrownBy(() -> train(text, config, backend, resuming(own, new Crashing())))
            .isInstanceOf(Crash.class);
      }
      FastText.Trained resumed =
          train(text, config, backend, resuming(own, Checkpoints.Listener.NONE));
      assertThat(resumed.inputs().segment().mismatch(whole.inputs().segment())).isEqualTo(-1);
      assertThat(resumed.outputs().segment().mismatch(whole.outputs().segment())).isEqualTo(-1);
      assertThat(resumed.report().losses()).isEqualTo(whole.report().losses());
    }
  }

  @Test
  void severalThreadsLearnAsMuchWhenResumed() throws IOException, InterruptedException {
    FastTextConfig config = Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 4, EPOCHS);
    double whole =
        train(corpus, config, new Backend.Cpu(), Checkpoints.none()).report().losses().getLast();
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> train(corpus, config, new Backend.Cpu(), crashing(own)))
          .isInstanceOf(Crash.class);
      double resumed =
          train(corpus, config, new Backend.Cpu(), resuming(own, Checkpoints.Listener.NONE))
              .report()
              .losses()
              .getLast();
      assertThat(resumed).isCloseTo(whole, within(0.1 * whole));
    }
  }

  private FastText.Trained train(
      EncodedCorpus text, FastTextConfig config, Backend backend, Checkpoints checkpoints)
      throws InterruptedException {
    return DeviceFastText.train(
        new FastText.Run(text, config, arena).withCheckpoints(checkpoints), backend);
  }

  private static Checkpoints crashing(CheckpointFolder folder) {
    return Checkpoints.in(folder, EVERY_SLICE, Map.of(), new Crashing());
  }

  private static Checkpoints resuming(CheckpointFolder folder, Checkpoints.Listener listener)
      throws IOException {
    CheckpointFolder.Saved newest =
        CheckpointFolder.newest(folder.path(), damaged -> {}).orElseThrow();
    return Checkpoints.after(newest, folder, EVERY_SLICE, Map.of(), listener);
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
