package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossMeterTest {
  @Test
  void meansTheLossOfAllPredictions() {
    LossMeter meter = new LossMeter();
    assertThat(meter.isEmpty()).isTrue();
    assertThat(meter.mean()).isNaN();
    meter.add(6, 2);
    meter.add(1, 1);
    meter.add(0, 4);
    assertThat(meter.isEmpty()).isFalse();
    assertThat(meter.mean()).isEqualTo(1);
  }

  @Test
  void drainsAnother() {
    LossMeter meter = new LossMeter();
    meter.add(6, 2);
    LossMeter other = new LossMeter();
    other.add(4, 3);
    meter.drain(other);
    assertThat(meter.mean()).isEqualTo(2);
    assertThat(other.isEmpty()).isTrue();
    meter.drain(other);
    assertThat(meter.mean()).isEqualTo(2);
  }
}
