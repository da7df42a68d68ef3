package org.wordvec.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.CommandTree;

/** The reference in the documentation says what the commands say. */
class CommandReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/commands.md");

  @Test
  void committedReferenceIsThatOfTheCommands() throws IOException {
    String current =
        CommandReference.of(
            CommandTree.of(
                CommandRun.terminal("", new StringWriter(), new StringWriter()), List.of()));
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(PAGE, current);
    }
    // Not isEqualTo, which would print the page twice.
    assertThat(Files.readString(PAGE).equals(current))
        .as(
            "docs/reference/commands.md is current; if not, write it anew with:%n"
                + "  mvn test -pl cli -am -Dtest=CommandReferenceTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dreference.write=true")
        .isTrue();
  }
}
