package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.cli.base.ExitCode;

class LeadingOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "info M, info M",
    "--stacktrace info M, info --stacktrace M",
    "--defaults f --stacktrace info M, info --defaults f --stacktrace M",
    "--defaults=f train glove c, train glove --defaults=f c",
    "--defaults f train --stacktrace glove c, train glove --defaults f --stacktrace c",
    "--stacktrace train, train --stacktrace",
    "--help, --help",
    "--stacktrace --help info, --stacktrace --help info",
    "--defaults, --defaults",
    "--bad info, --bad info",
    "info --stacktrace M, info --stacktrace M",
    "-V, -V",
  })
  void movesBehindTheName(String given, String expected) {
    assertThat(LeadingOptions.behindName(List.of(given.split(" "))))
        .containsExactly(expected.split(" "));
  }

  @Test
  void commandsComeBeforeTheEndOfOptions() {
    CommandRun run = CommandRun.of("--", "neighbors", "m.txt", "king");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("wordvec: put the command 'neighbors' before --");
  }

  @Test
  void defaultsHoldWhereverTheyAreNamed(@TempDir Path folder) throws IOException {
    String model = TinyModel.write(folder.resolve("tiny.bin")).toString();
    String text = Files.writeString(folder.resolve("t.txt"), "a b a b a b\n").toString();
    String defaults =
        Files.writeString(folder.resolve("d.properties"), "format = csv\nquiet = true\n")
            .toString();
    assertThat(CommandRun.of("--defaults", defaults, "neighbors", model, "king").lines())
        .startsWith("query,rank,word,cosine");
    // A flag, which picocli takes from no file.
    String counts = folder.resolve("counts").toString();
    assertThat(
            CommandRun.of(
                "--defaults", defaults, "cooccur", text, "-o", counts, "--min-count", "1"))
        .isEqualTo(new CommandRun(0, "", ""));
  }
}
