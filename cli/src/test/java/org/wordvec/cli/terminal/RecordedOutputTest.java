package org.wordvec.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordedOutputTest {
  @Test
  void passesEverythingOn() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RecordedOutput answers = new RecordedOutput(bytes)) {
      answers.write('a');
      answers.write("bc".getBytes(StandardCharsets.UTF_8));
      assertThat(answers.failure()).isEmpty();
    }
    assertThat(bytes).hasToString("abc");
  }

  @Test
  @SuppressWarnings("resource") // there is nothing to close
  void remembersTheFirstFailure() {
    RecordedOutput answers =
        new RecordedOutput(
            new OutputStream() {
              private int failures;

              @Override
              public void write(int value) throws IOException {
                throw new IOException("failure " + ++failures);
              }
            });
    assertThatThrownBy(() -> answers.write(1)).hasMessage("failure 1");
    assertThatThrownBy(() -> answers.write(1)).hasMessage("failure 2");
    assertThat(answers.failure()).get().extracting(Throwable::getMessage).isEqualTo("failure 1");
  }
}
