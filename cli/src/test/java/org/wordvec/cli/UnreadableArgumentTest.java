package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadableArgumentTest {
  private static final String ASCII = "ANSI_X3.4-1968";

  @Test
  void isOneWithLettersThatTheEncodingLacks() {
    assertThat(UnreadableArgument.complaint(List.of("neighbors", "m.bin", "\uFFFD\uFFFD"), ASCII))
        .hasValueSatisfying(
            line -> assertThat(line).contains(ASCII, "LC_ALL=C.UTF-8").doesNotContain("\n"));
  }

  @Test
  void isNoneThatWasRead() {
    assertThat(UnreadableArgument.complaint(List.of("neighbors", "m.bin", "king"), ASCII))
        .isEmpty();
    assertThat(UnreadableArgument.complaint(List.of("vocab", "\uFFFD"), "UTF-8")).isEmpty();
  }
}
