package org.wordvec.glove;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Progress;
import org.wordvec.glove.entries.ZeroCost;

class CostWatchTest {
  private static final int EPOCHS = 4;
  private static final long ENTRIES = 1_000;

  @Test
  void theFirstTilesOfAnEpochDoNotStandForIt() {
    CostWatch watch = new CostWatch(Progress.NONE, ZeroCost.UNKNOWN);
    assertThatCode(
            () -> {
              watch.report(at(1, 0.95, 0.5));
              watch.report(at(2, 0.1, 5));
              watch.report(at(3, 0.95, 0.4));
              watch.report(at(4, 0.1, 5));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anEpochThatCostsFarMoreEndsTheTraining() {
    CostWatch watch = new CostWatch(Progress.NONE, ZeroCost.UNKNOWN);
    watch.report(at(1, 0.95, 0.5));
    watch.report(at(2, 0.95, 5));
    assertThatThrownBy(() -> watch.report(at(3, 0.1, 5)))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("epoch 2")
        .hasMessageContaining("from 0.5000 to 5.000");
  }

  @Test
  void aFirstEpochThatCostsMoreThanZerosEndsTheTraining() {
    CostWatch watch = new CostWatch(Progress.NONE, new ZeroCost(0.5, 8));
    watch.report(at(1, 0.1, 30));
    assertThatThrownBy(() -> watch.report(at(1, 0.1, 33)))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("epoch 1");
    watch.report(at(1, 0.95, 1.1));
    assertThatThrownBy(() -> watch.report(at(2, 0.1, 0.4)))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "training diverged in epoch 1: the cost is 1.100, and a model that has learnt nothing"
                + " costs 0.5000; lower the learning rate");
  }

  private static Progress.Snapshot at(int epoch, double part, double cost) {
    long done = Math.round((epoch - 1 + part) * ENTRIES);
    return new Progress.Snapshot(epoch, EPOCHS, done, EPOCHS * ENTRIES, 1, 0.05, cost);
  }
}
