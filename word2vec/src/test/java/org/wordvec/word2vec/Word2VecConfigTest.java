package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.word2vec.Objective.HierarchicalSoftmax;
import org.wordvec.word2vec.Objective.NegativeSampling;

class Word2VecConfigTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 65_536})
  void takesDimensionsWithinItsBounds(int dimensions) {
    assertThat(config(dimensions, 5, 0).dimensions()).isEqualTo(dimensions);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65_537})
  void refusesDimensionsOutside(int dimensions) {
    assertThatThrownBy(() -> config(dimensions, 5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimensions must be 1 to 65536, not " + dimensions);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000})
  void takesWindowsWithinItsBounds(int window) {
    assertThat(config(10, window, 0).window()).isEqualTo(window);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void refusesWindowsOutside(int window) {
    assertThatThrownBy(() -> config(10, window, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the window must be 1 to 1000, not " + window);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-5, 1})
  void takesSamplesWithinItsBounds(double sample) {
    assertThat(config(10, 5, sample).sample()).isEqualTo(sample);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesSamplesOutside(double sample) {
    assertThatThrownBy(() -> config(10, 5, sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the sample must be 0 to 1, not " + sample);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000})
  void takesNegativesWithinItsBounds(int negatives) {
    assertThat(new NegativeSampling(negatives, 0.75).negatives()).isEqualTo(negatives);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void refusesNegativesOutside(int negatives) {
    assertThatThrownBy(() -> new NegativeSampling(negatives, 0.75))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negatives must be 1 to 1000, not " + negatives);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 0.75, 2})
  void takesExponentsWithinItsBounds(double exponent) {
    assertThat(new NegativeSampling(5, exponent).noiseExponent()).isEqualTo(exponent);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.001, 2.001, Double.NaN})
  void refusesExponentsOutside(double exponent) {
    assertThatThrownBy(() -> new NegativeSampling(5, exponent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the noise exponent must be -1 to 2, not " + exponent);
  }

  @Test
  void knowsTheRatesOfWord2vecC() {
    assertThat(Word2VecConfig.defaultRate(Architecture.SKIP_GRAM)).isEqualTo(0.025);
    assertThat(Word2VecConfig.defaultRate(Architecture.CBOW)).isEqualTo(0.05);
  }

  private static Word2VecConfig config(int dimensions, int window, double sample) {
    return new Word2VecConfig(
        Architecture.CBOW,
        new HierarchicalSoftmax(),
        dimensions,
        window,
        sample,
        new Schedule(1, 0.05),
        new Execution(1, 1));
  }
}
