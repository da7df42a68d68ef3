package org.wordvec.glove.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.compute.cuda.Backend;
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
import org.wordvec.testing.Learning;
import org.wordvec.testing.ResumeContract;
import org.wordvec.testing.TopicText;

/** Training shared between two stand-ins for a GPU. */
class SeveralDevicesTest {
  private static final TopicText TEXT =
      TopicText.numbered(List.of("a", "b", "c", "d", "e", "f"), "z", 30);

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpus = EmulatedGpu.plug("EMULATED_DEVICES=2");
  @AutoClose private Entries entries;

  @BeforeEach
  void count() throws IOException, InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(TEXT.lines(6_000, 9), arena);
    entries = Texts.count(corpus, 5, config(1).weighting());
  }

  private static GloVeConfig config(int epochs) {
    return new GloVeConfig(
        20,
        new Weighting(100, Weighting.DEFAULT_ALPHA),
        GloVeConfig.DEFAULT_GRADIENT_CLIP,
        OutputVectors.SUM,
        GloVeConfig.schedule(epochs, 0.05),
        new Execution(1, 1));
  }

  @Test
  void learnsAsOnOneDevice() throws InterruptedException {
    GloVeConfig config = config(20);
    GloVe.Trained one = GloVe.train(new GloVe.Run(entries, config, arena));
    GloVe.Trained two = DeviceGloVe.train(new GloVe.Run(entries, config, arena), backend());
    assertThat(two.report().losses().getLast()).isLessThan(0.8 * two.report().losses().getFirst());
    Learning.assertAsMuch(two.report(), one.report(), 0.03);
    Learning.assertAsTopical(TEXT, two.vectors(), one.vectors(), 0.02);
    assertThat(two.report().device().orElseThrow().merging().rounds()).isEqualTo(20);
  }

  @Test
  void aRunThatWasCutEndsAsOneThatWasNot() throws IOException, InterruptedException {
    ResumeContract.assertSameAfterCrashes(
        folder,
        1,
        checkpoints -> {
          GloVe.Trained trained =
              DeviceGloVe.train(
                  new GloVe.Run(entries, config(2), arena).withCheckpoints(checkpoints), backend());
          return new ResumeContract.Result(trained.report(), trained.vectors().matrix());
        });
  }

  private Backend backend() {
    return new Backend.Gpu(gpus.devices(), 1);
  }
}
