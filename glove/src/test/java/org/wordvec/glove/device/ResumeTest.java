package org.wordvec.glove.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Execution;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.Texts;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.CountingProgress;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.Weighting;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
class ResumeTest {
  private static final CheckpointInterval EVERY_SLICE = new CheckpointInterval.Part(1e-9);
  private static final int EPOCHS = 2;

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private Entries entries;

  @BeforeEach
  void count() throws IOException, InterruptedException {
    entries = count(1, 1L << 30);
  }

  private Entries count(int threads, long memory) throws IOException, InterruptedException {
    EncodedCorpus corpus = Texts.encode(Texts.topics(9, 600), 2, arena);
    return Entries.of(
        new Cooccurrences.Counted(
            corpus, new CooccurrenceConfig(8, ContextSides.BOTH, DistanceWeighting.INVERSE)),
        config(1).weighting(),
        1,
        new Cooccurrences.Resources(threads, memory, folder),
        CountingProgress.NONE);
  }

  private static GloVeConfig config(int threads) {
    return new GloVeConfig(
        20,
        new Weighting(10, Weighting.DEFAULT_ALPHA),
        GloVeConfig.DEFAULT_GRADIENT_CLIP,
        OutputVectors.BOTH,
        GloVeConfig.schedule(EPOCHS, 0.05),
        new Execution(threads, 1));
  }

  @Test
  void isTheSameToTheBitWhereverItWasCut() throws IOException, InterruptedException {
    assertSameWhereverCut(new Backend.Cpu(), EPOCHS * entries.tiles().slices().size());
  }

  @Test
  void isTheSameToTheBitOnTheGpu() throws IOException, InterruptedException {
    try (EmulatedGpu gpu = EmulatedGpu.plug()) {
      // A launch takes an epoch.
      assertSameWhereverCut(new Backend.Gpu(gpu.device(), 1), EPOCHS);
    }
  }

  private void assertSameWhereverCut(Backend backend, int steps)
      throws IOException, InterruptedException {
    GloVe.Trained whole = train(1, backend, Checkpoints.none());
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> train(1, backend, crashing(own))).isInstanceOf(Crash.class);
      for (int cut = 1; cut < steps; cut++) {
        assertThatThrownBy(() -> train(1, backend, resuming(own, new Crashing())))
            .isInstanceOf(Crash.class);
      }
      GloVe.Trained resumed = train(1, backend, resuming(own, Checkpoints.Listener.NONE));
      Matrix expected = (Matrix) whole.vectors().matrix();
      Matrix found = (Matrix) resumed.vectors().matrix();
      assertThat(found.segment().mismatch(expected.segment())).isEqualTo(-1);
      assertThat(resumed.report().losses()).isEqualTo(whole.report().losses());
    }
  }

  @Test
  void severalThreadsLearnAsMuchWhenResumed() throws IOException, InterruptedException {
    double whole = train(4, new Backend.Cpu(), Checkpoints.none()).report().losses().getLast();
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> train(4, new Backend.Cpu(), crashing(own)))
          .isInstanceOf(Crash.class);
      GloVe.Trained resumed = train(4, new Backend.Cpu(), resuming(own, Checkpoints.Listener.NONE));
      assertThat(resumed.report().losses().getLast()).isCloseTo(whole, withinPercentage(10));
    }
  }

  @Test
  void entriesCountedAgainAreTheSame() throws IOException, InterruptedException {
    String first = entries.fingerprint();
    try (Entries again = count(4, Cooccurrences.Resources.LEAST_MEMORY)) {
      assertThat(again.fingerprint()).isEqualTo(first);
    }
  }

  private GloVe.Trained train(int threads, Backend backend, Checkpoints checkpoints)
      throws InterruptedException {
    return DeviceGloVe.train(
        new GloVe.Run(entries, config(threads), arena).withCheckpoints(checkpoints), backend);
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
