package org.wordvec.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.EntrySlice;
import org.wordvec.glove.entries.EpochOrder;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.glove.entries.ZeroCost;
import org.wordvec.testing.EncodedTexts;

class GloVeTest {
  private static final int DIMENSIONS = 20;
  private static final int EPOCHS = 8;

  @Test
  void theCostFallsInEveryEpoch() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      List<Double> losses = train(OutputVectors.SUM, 1, arena).report().losses();
      for (int epoch = 1; epoch < losses.size(); epoch++) {
        assertThat(losses.get(epoch)).isLessThan(losses.get(epoch - 1));
      }
      assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
    }
  }

  @Test
  void twoThreadsLowerTheCostAsFar() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      double one = train(OutputVectors.SUM, 1, arena).report().losses().getLast();
      double two = train(OutputVectors.SUM, 2, arena).report().losses().getLast();
      assertThat(two).isCloseTo(one, withinPercentage(10));
    }
  }

  @Test
  void oneThreadAndASeedGiveTheSameVectorsTwice() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      Matrix first = (Matrix) train(OutputVectors.WORD, 1, arena).vectors().matrix();
      Matrix second = (Matrix) train(OutputVectors.WORD, 1, arena).vectors().matrix();
      assertThat(first.segment().mismatch(second.segment())).isEqualTo(-1);
    }
  }

  @Test
  void theSumIsThatOfBothVectors() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      Matrix sum = (Matrix) train(OutputVectors.SUM, 1, arena).vectors().matrix();
      Matrix both = (Matrix) train(OutputVectors.BOTH, 1, arena).vectors().matrix();
      assertThat(both.dimensions()).isEqualTo(2 * sum.dimensions());
      for (int column = 0; column < sum.dimensions(); column++) {
        assertThat(sum.get(5, column))
            .isEqualTo(both.get(5, column) + both.get(5, column + sum.dimensions()));
      }
    }
  }

  @Test
  void agreesWithTheReference() throws IOException, InterruptedException {
    GloVeConfig config = config(OutputVectors.BOTH, 1, 0.05);
    try (Arena arena = Arena.ofShared();
        Entries entries = entries(config, arena)) {
      GloVe.Trained trained = GloVe.train(new GloVe.Run(entries, config, arena));
      GloVeReference reference = new GloVeReference(entries.vocabulary().size(), config);
      List<EntrySlice> slices = entries.tiles().slices();
      EpochOrder order = new EpochOrder(slices, 1, config.execution().seed());
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        double cost = 0;
        for (int place = 0; place < slices.size(); place++) {
          cost += reference.train(slices.get(order.slice(epoch, place)));
        }
        assertThat(trained.report().losses().get(epoch))
            .isCloseTo(cost / entries.size(), withinPercentage(0.1));
      }
      Matrix vectors = (Matrix) trained.vectors().matrix();
      for (int word = 0; word < vectors.rows(); word++) {
        for (int column = 0; column < DIMENSIONS; column++) {
          assertThat((double) vectors.get(word, column))
              .isCloseTo(reference.word(word)[column], within(1e-3));
          assertThat((double) vectors.get(word, DIMENSIONS + column))
              .isCloseTo(reference.context(word)[column], within(1e-3));
        }
      }
    }
  }

  @Test
  void aGrowingCostStopsTheRun() {
    CostWatch watch = new CostWatch(Progress.NONE, ZeroCost.UNKNOWN);
    watch.check(1, 0.08);
    watch.check(2, 0.1);
    assertThatThrownBy(() -> watch.check(3, 0.13))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("epoch 3")
        .hasMessageContaining("lower the learning rate");
  }

  @Test
  void aRateThatIsFarTooHighStopsTheRunInTheFirstEpoch() throws IOException, InterruptedException {
    GloVeConfig config =
        new GloVeConfig(
            DIMENSIONS,
            new Weighting(10, Weighting.DEFAULT_ALPHA),
            GloVeConfig.DEFAULT_GRADIENT_CLIP,
            OutputVectors.SUM,
            GloVeConfig.schedule(1, 2),
            new Execution(1, 1));
    try (Arena arena = Arena.ofShared();
        Entries entries = entries(config, arena)) {
      assertThatThrownBy(() -> GloVe.train(new GloVe.Run(entries, config, arena)))
          .isInstanceOf(DivergedException.class)
          // Which of the two sees it first depends on rounding: the cost, or the length of a row.
          .hasMessageContaining("training diverged in epoch 1: ")
          .hasMessageContaining("lower the learning rate");
    }
  }

  private static GloVe.Trained train(OutputVectors output, int threads, Arena arena)
      throws IOException, InterruptedException {
    GloVeConfig config = config(output, threads, GloVeConfig.DEFAULT_LEARNING_RATE);
    try (Entries entries = entries(config, arena)) {
      return GloVe.train(new GloVe.Run(entries, config, arena));
    }
  }

  private static GloVeConfig config(OutputVectors output, int threads, double rate) {
    return new GloVeConfig(
        DIMENSIONS,
        new Weighting(10, Weighting.DEFAULT_ALPHA),
        GloVeConfig.DEFAULT_GRADIENT_CLIP,
        output,
        GloVeConfig.schedule(EPOCHS, rate),
        new Execution(threads, 1));
  }

  private static Entries entries(GloVeConfig config, Arena arena)
      throws IOException, InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(Texts.topics(9, 3000), 2, arena);
    return Texts.count(corpus, 8, config.weighting());
  }
}
