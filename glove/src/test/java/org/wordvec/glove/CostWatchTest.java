package org.wordvec.glove;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordvec.compute.DivergedException;
import org.wordvec.compute.Progress;

class CostWatchTest {
  private static final int EPOCHS = 4;
  private static final long ENTRIES = 1_000;

  @Test
  void theFirstTilesOfAnEpochDoNotStandForIt() {
    CostWatch watch = new CostWatch(Progress.NONE);
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
    CostWatch watch = new CostWatch(Progress.NONE);
    watch.report(at(1, 0.95, 0.5));
    watch.report(at(2, 0.95, 5));
    assertThatThrownBy(() -> watch.report(at(3, 0.1, 5)))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("epoch 2")
        .hasMessageContaining("from 0.5000 to 5.000");
  }

  private static Progress.Snapshot at(int epoch, double part, double cost) {
    long done = Math.round((epoch - 1 + part) * ENTRIES);
    return new Progress.Snapshot(epoch, EPOCHS, done, EPOCHS * ENTRIES, 1, 0.05, cost);
  }
}
