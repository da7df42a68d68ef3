package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingReportTest {
  @Test
  void countsTheTokensOfAllEpochs() {
    assertThat(new TrainingReport(2, 5_000_000_000L, List.of(3.0, 2.0)).tokensPerSecond())
        .isEqualTo(5e9);
  }

  @Test
  void keepsItsOwnLosses() {
    List<Double> losses = new ArrayList<>(List.of(3.0));
    TrainingReport report = new TrainingReport(1, 1, losses);
    losses.add(2.0);
    assertThat(report.losses()).containsExactly(3.0);
  }
}
