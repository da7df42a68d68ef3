package org.wordvec.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.CommandTree;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.help.Roff;
import org.wordvec.cli.terminal.Colors;
import org.wordvec.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What shells and man are told covers every command and option that there is. */
public class ShellTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void aScriptCompletesEveryCommandAndOption(String shell) {
    CommandRun run = CommandRun.of("completion", shell);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    for (CommandLine command : all(tree())) {
      assertThat(run.out()).contains(command.getCommandName());
      for (OptionSpec option : command.getCommandSpec().options()) {
        String name = option.longestName();
        assertThat(run.out()).contains(shell.equals("fish") ? "-l " + name.substring(2) : name);
      }
    }
    assertThat(run.out()).contains("skipgram", "cbow");
  }

  @Test
  void fishIsToldAboutTheOptionsOfACommandAlone() {
    assertThat(CommandRun.of("completion", "fish").lines())
        .contains(
            "complete -c wordvec -n '__wordvec_in train glove' -l x-max -x -d 'Give all counts from"
                + " X upwards the same weight'",
            "complete -c wordvec -n '__wordvec_operand 1 9999 neighbors' -f")
        .noneMatch(line -> line.contains("'__wordvec_in train word2vec' -l x-max"));
  }

  @Test
  void anotherShellIsAUsageError() {
    CommandRun run = CommandRun.of("completion", "tcsh");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("one of bash, zsh, fish");
  }

  @Test
  void everyCommandHasAManualPage() throws IOException {
    assertThat(CommandRun.of("manual", "-o", folder.resolve("man1").toString()).code()).isZero();
    List<CommandLine> commands = all(tree());
    try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
      assertThat(pages).hasSize(commands.size());
    }
    for (CommandLine command : commands) {
      String name = command.getCommandSpec().qualifiedName("-");
      String page = Files.readString(folder.resolve("man1").resolve(name + ".1"));
      assertThat(page).startsWith(".TH ").contains(".SH SYNOPSIS", ".SH EXIT STATUS", "\\fB141");
      for (OptionSpec option : command.getCommandSpec().options()) {
        assertThat(page).contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR");
      }
      assertThat(page).doesNotContain("${", "%n");
    }
  }

  @Test
  void aPagePrintedIsThePageWritten() throws IOException {
    CommandRun.of("manual", "train", "glove", "-o", folder.toString());
    assertThat(CommandRun.of("manual", "train", "glove").out())
        .isEqualTo(Files.readString(folder.resolve("wordvec-train-glove.1")));
  }

  @Test
  void aPageOfNoCommandIsAUsageError() {
    CommandRun run = CommandRun.of("manual", "train", "elmo");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'train elmo'");
  }

  @Test
  void roffTakesTextForNothingElse() {
    assertThat(Roff.line(".x -a \\ 'b'\n'c")).isEqualTo("\\&.x \\-a \\e \\(aqb\\(aq\n\\&\\(aqc");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    StringWriter unused = new StringWriter();
    Terminal pipe = CommandRun.terminal("", unused, unused);
    Terminal shown = new Terminal(pipe.in(), pipe.out(), pipe.err(), true, true, 80);
    assertThat(Colors.areEnabled(shown, Map.of("TERM", "xterm"))).isTrue();
    assertThat(Colors.areEnabled(shown, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Colors.areEnabled(shown, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Colors.areEnabled(shown, Map.of("TERM", "dumb"))).isFalse();
    assertThat(Colors.areEnabled(pipe, Map.of())).isFalse();
  }

  public static CommandLine tree() {
    StringWriter unused = new StringWriter();
    return CommandTree.of(CommandRun.terminal("", unused, unused), List.of());
  }

  public static List<CommandLine> all(CommandLine command) {
    List<CommandLine> commands = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(child -> commands.addAll(all(child)));
    return commands;
  }
}
