package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenseSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.1, 0.1, the maximum number of senses must be 2 to 100",
    "101, 0.1, 0.1, the maximum number of senses must be 2 to 100",
    "5, 0, 0.1, the concentration must be above 0 and at most 1",
    "5, 1.1, 0.1, the concentration must be above 0 and at most 1",
    "5, NaN, 0.1, the concentration must be above 0 and at most 1",
    "5, 0.1, -0.1, the minimum share of a sense must be 0 to 0.5",
    "5, 0.1, 0.51, the minimum share of a sense must be 0 to 0.5",
    "5, 0.1, NaN, the minimum share of a sense must be 0 to 0.5",
  })
  void namesWhatIsOutOfRange(int senses, double concentration, double share, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SenseSettings(senses, concentration, share))
        .withMessageStartingWith(message);
  }

  @Test
  void aGreaterConcentrationAsksForLessSeparation() {
    assertThat(new SenseSettings(2, 1, 0).separation()).isZero();
    assertThat(new SenseSettings(100, 0.25, 0.5).separation()).isCloseTo(0.75, within(1e-12));
  }
}
