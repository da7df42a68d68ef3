package org.wordvec.glove.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;

/** Training shared between two stand-ins for a GPU. */
class SeveralDevicesTest {
  private static final CheckpointInterval EVERY_ROUND = new CheckpointInterval.Part(1e-9);

  /** What a kill is in process: nothing is done any more after a checkpoint. */
  private static final Checkpoints.Listener CRASHING =
      new Checkpoints.Listener() {
        @Override
        public void saved(Path path, double seconds) {
          throw new UnsupportedOperationException("crash");
        }

        @Override
        public void failed(IOException reason) {
          throw new AssertionError(reason);
        }
      };

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpus = EmulatedGpu.plug("EMULATED_DEVICES=2");
  @AutoClose private Entries entries;

  @BeforeEach
  void count() throws IOException, InterruptedException {
    EncodedCorpus corpus = Texts.encode(Texts.topicsWithCommonWords(9, 6_000), 1, arena);
    Cooccurrences.Resources resources = new Cooccurrences.Resources(1, 1L << 30, Path.of("."));
    entries =
        Entries.of(
            new Cooccurrences.Counted(
                corpus, new CooccurrenceConfig(5, ContextSides.BOTH, DistanceWeighting.INVERSE)),
            config(1).weighting(),
            1,
            resources,
            CountingProgress.NONE);
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
    double last = one.report().losses().getLast();
    assertThat(two.report().losses().getLast())
        .isLessThan(0.8 * two.report().losses().getFirst())
        .isCloseTo(last, within(0.03 * last));
    double alone = topicality(one.vectors());
    assertThat(alone).isGreaterThan(0.95);
    assertThat(topicality(two.vectors())).isGreaterThan(alone - 0.02);
    assertThat(two.report().device().orElseThrow().merging().rounds()).isEqualTo(20);
  }

  @Test
  void aRunThatWasCutEndsAsOneThatWasNot() throws IOException, InterruptedException {
    GloVe.Trained whole = train(Checkpoints.none());
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      assertThatThrownBy(() -> train(Checkpoints.in(own, EVERY_ROUND, Map.of(), CRASHING)))
          .isInstanceOf(UnsupportedOperationException.class);
      CheckpointFolder.Saved saved =
          CheckpointFolder.newest(own.path(), damaged -> {}).orElseThrow();
      assertThat(saved.checkpoint().next()).isOne();
      GloVe.Trained resumed =
          train(Checkpoints.after(saved, own, EVERY_ROUND, Map.of(), Checkpoints.Listener.NONE));
      Matrix expected = (Matrix) whole.vectors().matrix();
      Matrix found = (Matrix) resumed.vectors().matrix();
      assertThat(found.segment().mismatch(expected.segment())).isEqualTo(-1);
      assertThat(resumed.report().losses()).isEqualTo(whole.report().losses());
    }
  }

  private GloVe.Trained train(Checkpoints checkpoints) throws InterruptedException {
    return DeviceGloVe.train(
        new GloVe.Run(entries, config(2), arena).withCheckpoints(checkpoints), backend());
  }

  private Backend backend() {
    return new Backend.Gpu(gpus.devices(), 1);
  }

  /** For how many words of a topic the nearest other word is of the same topic. */
  private static double topicality(WordVectors vectors) {
    int[] ids =
        IntStream.range(0, vectors.size()).filter(id -> topic(vectors, id) != 'z').toArray();
    int right = 0;
    for (int id : ids) {
      int nearest = -1;
      double best = Double.NEGATIVE_INFINITY;
      for (int other : ids) {
        double cosine = Geometry.between(vectors.matrix().row(id), vectors.matrix().row(other));
        if (other != id && cosine > best) {
          best = cosine;
          nearest = other;
        }
      }
      right += topic(vectors, id) == topic(vectors, nearest) ? 1 : 0;
    }
    return right / (double) ids.length;
  }

  private static char topic(WordVectors vectors, int id) {
    return vectors.words().word(id).charAt(0);
  }
}
