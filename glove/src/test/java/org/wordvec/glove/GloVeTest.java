package org.wordvec.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.DivergedException;
import org.wordvec.compute.Execution;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.Progress;
import org.wordvec.corpora.EncodedCorpus;

class GloVeTest {
  private static final CooccurrenceConfig COUNTING =
      new CooccurrenceConfig(8, ContextSides.BOTH, DistanceWeighting.INVERSE);

  @Test
  void theCostFallsInEveryEpoch() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      GloVe.Trained trained = train(OutputVectors.SUM, 2, arena);
      List<Double> losses = trained.report().losses();
      for (int epoch = 1; epoch < losses.size(); epoch++) {
        assertThat(losses.get(epoch)).isLessThan(losses.get(epoch - 1));
      }
      assertThat(losses.getLast()).isLessThan(losses.getFirst() / 3);
    }
  }

  @Test
  void oneThreadAndASeedGiveTheSameVectorsTwice() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      Matrix first = train(OutputVectors.WORD, 1, arena).vectors().matrix();
      Matrix second = train(OutputVectors.WORD, 1, arena).vectors().matrix();
      assertThat(first.segment().mismatch(second.segment())).isEqualTo(-1);
    }
  }

  @Test
  void theSumIsThatOfBothVectors() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      Matrix sum = train(OutputVectors.SUM, 1, arena).vectors().matrix();
      Matrix both = train(OutputVectors.BOTH, 1, arena).vectors().matrix();
      assertThat(both.dimensions()).isEqualTo(2 * sum.dimensions());
      for (int column = 0; column < sum.dimensions(); column++) {
        assertThat(sum.get(5, column))
            .isEqualTo(both.get(5, column) + both.get(5, column + sum.dimensions()));
      }
    }
  }

  @Test
  void aGrowingCostStopsTheRun() {
    CostWatch watch = new CostWatch(Progress.NONE);
    watch.check(1, 0.08);
    watch.check(2, 0.1);
    assertThatThrownBy(() -> watch.check(3, 0.13))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("epoch 3")
        .hasMessageContaining("lower the learning rate");
  }

  private static GloVe.Trained train(OutputVectors output, int threads, Arena arena)
      throws IOException, InterruptedException {
    EncodedCorpus corpus = Texts.encode(Texts.random(9, 1500, 600), 2, arena);
    GloVeConfig config =
        new GloVeConfig(
            20,
            new Weighting(10, Weighting.DEFAULT_ALPHA),
            GloVeConfig.DEFAULT_GRADIENT_CLIP,
            output,
            GloVeConfig.schedule(8, GloVeConfig.DEFAULT_LEARNING_RATE),
            new Execution(threads, 1));
    try (Entries entries =
        new Cooccurrences.Counted(corpus, COUNTING, 1L << 30)
            .arrange(config.weighting(), threads, 1, CountingProgress.NONE)) {
      return GloVe.train(entries, config, arena, Progress.NONE);
    }
  }
}
