package org.wordvec.cli.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final StringWriter err = new StringWriter();

  @Test
  void aWorkerThatDoesNotFinishInTimeIsSpokenFor() {
    new Interruption(new PrintWriter(err)).await(Duration.ofMillis(1));
    assertThat(err).hasToString("wordvec: interrupted" + System.lineSeparator());
  }

  @Test
  void aWorkerThatHasFinishedHasSaidItself() {
    Interruption interruption = new Interruption(new PrintWriter(err));
    interruption.finished();
    interruption.await(Duration.ofHours(1));
    assertThat(err.toString()).isEmpty();
  }
}
