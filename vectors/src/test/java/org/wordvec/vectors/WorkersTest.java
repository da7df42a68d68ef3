package org.wordvec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void everyTaskRunsOnce() {
    for (int threads = 1; threads <= 4; threads++) {
      List<List<Integer>> states = Workers.run(50, threads, ArrayList::new, List::add);
      assertThat(states).hasSize(threads).allSatisfy(state -> assertThat(state).isSorted());
      assertThat(states.stream().flatMap(List::stream).sorted())
          .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }
  }

  @Test
  void failureReachesTheCaller() {
    assertThatThrownBy(
            () ->
                Workers.run(
                    100,
                    3,
                    Object::new,
                    (state, task) -> {
                      throw new IllegalArgumentException("task " + task);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void interruptionEndsTheWork() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Workers.run(1000, 2, Object::new, (state, task) -> {}))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
