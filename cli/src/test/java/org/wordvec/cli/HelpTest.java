package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.cli.base.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  static Stream<List<String>> commands() {
    List<List<String>> names = new ArrayList<>();
    collect(tree(), List.of(), names);
    return names.stream();
  }

  @Test
  void theCommandsAreThoseOfThisVersion() {
    assertThat(commands())
        .containsExactlyInAnyOrder(
            List.of(),
            List.of("demo"),
            List.of("train"),
            List.of("train", "word2vec"),
            List.of("train", "fasttext"),
            List.of("train", "glove"),
            List.of("train", "senses"),
            List.of("vocab"),
            List.of("tokenize"),
            List.of("phrases"),
            List.of("cooccur"),
            List.of("neighbors"),
            List.of("analogy"),
            List.of("similarity"),
            List.of("odd-one-out"),
            List.of("rank"),
            List.of("shell"),
            List.of("vectors"),
            List.of("subwords"),
            List.of("evaluate"),
            List.of("map"),
            List.of("senses"),
            List.of("senses", "evaluate"),
            List.of("disambiguate"),
            List.of("compare"),
            List.of("convert"),
            List.of("info"),
            List.of("doctor"),
            List.of("devices"),
            List.of("completion"),
            List.of("manual"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionIsDescribedWithItsDefault(List<String> names) {
    CommandLine command = command(names);
    String help = command.getUsageMessage().replaceAll("\\s+", " ");
    for (OptionSpec option : command.getCommandSpec().options()) {
      String description =
          String.join(" ", option.description())
              .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()));
      assertThat(help).contains(option.longestName());
      assertThat(description).as(option.longestName()).isNotBlank();
      if (!option.usageHelp() && !option.versionHelp()) {
        assertThat(description).as(option.longestName()).containsAnyOf("(default: ", "(required)");
        assertThat(help).contains(description.substring(description.lastIndexOf('(')));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpFitsTheTerminalAndGoesToStandardOutput(List<String> names) {
    List<String> arguments = new ArrayList<>(names);
    arguments.add("--help");
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Usage: wordvec")
        .contains("Examples:")
        .doesNotContain("\u001b");
    assertThat(run.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandTellsTheVersion(List<String> names) {
    List<String> arguments = new ArrayList<>(names);
    arguments.add("--version");
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.lines()).singleElement().asString().startsWith("wordvec ");
  }

  @Test
  void bothLearningRatesAreShown() {
    String help = CommandRun.of("train", "word2vec", "--help").out();
    assertThat(help.replaceAll("\\s+", " ")).contains("0.025 for skipgram, 0.05 for cbow");
  }

  @Test
  void noCommandPrintsTheHelpAsAUsageError() {
    CommandRun run = CommandRun.of();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("Usage: wordvec", "train");
    assertThat(CommandRun.of("train").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void onlyTheNamedCommandIsBuilt() {
    StringWriter unused = new StringWriter();
    CommandLine tree =
        CommandTree.of(CommandRun.terminal("", unused, unused), List.of("info", "model.bin"));
    assertThat(tree.getSubcommands()).containsOnlyKeys("info");
  }

  private static CommandLine tree() {
    StringWriter unused = new StringWriter();
    return CommandTree.of(CommandRun.terminal("", unused, unused), List.of());
  }

  private static CommandLine command(List<String> names) {
    CommandLine command = tree();
    for (String name : names) {
      command = command.getSubcommands().get(name);
    }
    return command;
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> names) {
    names.add(path);
    command
        .getSubcommands()
        .forEach(
            (name, child) -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(name);
              collect(child, List.copyOf(longer), names);
            });
  }
}
