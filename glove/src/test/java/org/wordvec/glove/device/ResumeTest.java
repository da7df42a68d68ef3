package org.wordvec.glove.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Execution;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.Texts;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.testing.Crashes;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.Learning;
import org.wordvec.testing.ResumeContract;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
class ResumeTest {
  private static final int EPOCHS = 2;

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private Entries entries;

  @BeforeEach
  void count() throws IOException, InterruptedException {
    entries = count(1, 1L << 30);
  }

  private Entries count(int threads, long memory) throws IOException, InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(Texts.topics(9, 600), 2, arena);
    return Texts.count(
        corpus, 8, config(1).weighting(), new Cooccurrences.Resources(threads, memory, folder));
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
    ResumeContract.assertSameWhereverCut(
        folder,
        steps,
        checkpoints -> {
          GloVe.Trained trained = train(1, backend, checkpoints);
          return new ResumeContract.Result(trained.report(), trained.vectors().matrix());
        });
  }

  @Test
  void severalThreadsLearnAsMuchWhenResumed() throws IOException, InterruptedException {
    Crashes.Training<GloVe.Trained> training =
        checkpoints -> train(4, new Backend.Cpu(), checkpoints);
    GloVe.Trained whole = training.train(Checkpoints.none());
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      Crashes.crash(own, training);
      Learning.assertAsMuch(Crashes.resume(own, training).report(), whole.report(), 0.1);
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
}
