package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 1024})
  void takesThreadsWithinItsBounds(int threads) {
    assertThat(new Execution(threads, -5)).returns(threads, Execution::threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1025})
  void refusesThreadsOutside(int threads) {
    assertThatThrownBy(() -> new Execution(threads, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be 1 to 1024, not " + threads);
  }
}
