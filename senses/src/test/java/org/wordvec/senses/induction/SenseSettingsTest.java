package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SenseSettingsTest {
  @Test
  void namesTheNumberThatIsOutOfRange() {
    assertThatThrownBy(() -> new SenseSettings(1, 0.2, 0.05)).hasMessageContaining("not 1");
    assertThatThrownBy(() -> new SenseSettings(101, 0.2, 0.05)).hasMessageContaining("not 101");
    assertThatThrownBy(() -> new SenseSettings(5, 0, 0.05)).hasMessageContaining("not 0.0");
    assertThatThrownBy(() -> new SenseSettings(5, 1.1, 0.05)).hasMessageContaining("not 1.1");
    assertThatThrownBy(() -> new SenseSettings(5, Double.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new SenseSettings(5, 0.2, -0.1)).hasMessageContaining("not -0.1");
    assertThatThrownBy(() -> new SenseSettings(5, 0.2, 0.6)).hasMessageContaining("not 0.6");
  }

  @Test
  void dividesMoreReadilyWithGreaterConcentration() {
    assertThat(new SenseSettings(5, 0.25, 0).separation()).isEqualTo(0.75);
    assertThat(new SenseSettings(5, 1, 0).separation()).isZero();
  }
}
