package org.wordvec.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.training.Execution;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.Weighting;

class GloVeConfigTest {
  private static final Weighting USUAL =
      new Weighting(Weighting.DEFAULT_X_MAX, Weighting.DEFAULT_ALPHA);

  @ParameterizedTest
  @ValueSource(ints = {0, -3, 65_537})
  void refusesDimensionsOutside(int dimensions) {
    assertThatThrownBy(() -> config(dimensions, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimensions must be 1 to 65536, not " + dimensions);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void refusesAGradientClipThatIsNotAboveZero(double clip) {
    assertThatThrownBy(() -> config(10, clip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the gradient clip must be above 0, not " + clip);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAnXMaxOutside(double xMax) {
    assertThatThrownBy(() -> new Weighting(xMax, 0.75))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x-max must be above 0, not " + xMax);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
  void refusesAnAlphaOutside(double alpha) {
    assertThatThrownBy(() -> new Weighting(10, alpha))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha must be 0 to 2, not " + alpha);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1001})
  void refusesAWindowOutside(int window) {
    assertThatThrownBy(
            () -> new CooccurrenceConfig(window, ContextSides.BOTH, DistanceWeighting.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the window must be 1 to 1000, not " + window);
  }

  @Test
  void theRateStays() {
    assertThat(GloVeConfig.schedule(3, 0.05).rateAt(0.9)).isEqualTo(0.05f);
  }

  private static GloVeConfig config(int dimensions, double clip) {
    return new GloVeConfig(
        dimensions,
        USUAL,
        clip,
        OutputVectors.SUM,
        GloVeConfig.schedule(1, 0.05),
        new Execution(1, 1));
  }
}
