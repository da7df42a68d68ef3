package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource({"0, 0.08", "0.25, 0.06", "0.5, 0.04", "0.75, 0.02", "0.99, 0.0008"})
  void theRateFallsInAStraightLine(double fraction, double rate) {
    assertThat((double) new Schedule(3, 0.08).rateAt(fraction)).isCloseTo(rate, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9999, 0.99995, 1, 1.5})
  void theRateNeverFallsBelowATenThousandthOfItsStart(double fraction) {
    assertThat((double) new Schedule(3, 0.08).rateAt(fraction)).isCloseTo(8e-6, within(1e-12));
  }

  @Test
  void aConstantRateStays() {
    Schedule schedule = new Schedule(3, 0.08, Schedule.Decay.CONSTANT);
    assertThat(schedule.rateAt(0)).isEqualTo(0.08f);
    assertThat(schedule.rateAt(1)).isEqualTo(0.08f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void takesEpochsWithinItsBounds(int epochs) {
    assertThat(new Schedule(epochs, 0.025).epochs()).isEqualTo(epochs);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100_001})
  void refusesEpochsOutside(int epochs) {
    assertThatThrownBy(() -> new Schedule(epochs, 0.025))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("epochs must be 1 to 100000, not " + epochs);
  }

  @Test
  void takesRatesWithinItsBounds() {
    assertThat(new Schedule(1, 1e-6).learningRate()).isEqualTo(1e-6);
    assertThat(new Schedule(1, 10).learningRate()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 10.001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesRatesOutside(double rate) {
    assertThatThrownBy(() -> new Schedule(1, rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the learning rate must be above 0 and at most 10, not " + rate);
  }
}
