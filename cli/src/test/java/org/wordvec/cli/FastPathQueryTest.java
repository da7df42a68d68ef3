package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.terminal.Terminal;

class FastPathQueryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neighbors MODEL king",
        "neighbors MODEL king 東京 king",
        "neighbors MODEL no-such-word",
        "neighbors missing.bin king",
        "similarity MODEL king queen prince",
        "similarity MODEL king",
        "analogy MODEL man king woman",
        "analogy MODEL king+queen",
        "analogy MODEL man king",
        "analogy MODEL 0*king",
        "neighbors MODEL",
        "odd-one-out MODEL king queen prince",
        "rank MODEL king queen prince",
        "subwords MODEL king",
        "info MODEL",
        "info missing.bin",
      })
  void resultIsThatOfPicocli(String line) throws IOException {
    List<String> arguments = arguments(line);
    List<String> parsed = new ArrayList<>(arguments);
    parsed.add("--");
    assertThat(isPlain(arguments)).isTrue();
    assertThat(isPlain(parsed)).isFalse();
    CommandRun plain = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(plain).isEqualTo(CommandRun.of(parsed.toArray(String[]::new)));
    assertThat(plain.out() + plain.err()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neighbors MODEL king -k 3",
        "neighbors -k 3 MODEL king",
        "similarity MODEL king queen --help",
        "neighbors MODEL -5",
        "odd-one-out MODEL king queen",
        "rank MODEL king",
        "subwords MODEL",
        "subwords MODEL king queen",
        "info MODEL king",
        "evaluate MODEL questions.txt",
        "convert MODEL other.vec",
        "vectors MODEL",
        "train word2vec corpus.txt",
      })
  void rejectsAllOtherArguments(String line) throws IOException {
    assertThat(isPlain(arguments(line))).isFalse();
  }

  @Test
  void anErrorNamesTheCommand() throws IOException {
    CommandRun run = CommandRun.of(arguments("analogy MODEL man king").toArray(String[]::new));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.errorLines()).hasSize(1);
    assertThat(run.err()).contains("Try 'wordvec analogy --help'");
  }

  private List<String> arguments(String line) throws IOException {
    String model = TinyModel.write(folder.resolve("tiny.bin")).toString();
    return List.of(line.replace("MODEL", model).split(" "));
  }

  private static boolean isPlain(List<String> arguments) {
    Terminal terminal = CommandRun.terminal("", new StringWriter(), new StringWriter());
    return FastPathQuery.of(terminal, arguments).isPresent();
  }
}
