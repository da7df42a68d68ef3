package org.wordvec.cli.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.help.CompletedCommand.Option;
import org.wordvec.cli.help.CompletedCommand.Value;
import org.wordvec.cli.shell.ShellTest;

/** Runs completion scripts in the shells that are installed. */
class CompletionTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("text8"), "");
    Files.createDirectory(folder.resolve("saved"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wordvec tr                                    | train
          wordvec train ''                              | word2vec glove fasttext senses
          wordvec --defaults train train g              | glove
          wordvec train word2vec --arch                 | --architecture
          wordvec train word2vec --architecture ''      | skipgram cbow
          wordvec train word2vec --architecture =       | skipgram cbow
          wordvec train word2vec --architecture = sk    | skipgram
          wordvec train word2vec --architecture=s       | --architecture=skipgram
          wordvec train word2vec --dim = 5 --dev        | --device
          wordvec train word2vec text8 --device c       | cpu cuda
          wordvec train glove --encoding gb             | gb18030
          wordvec map m.bin --method ''                 | tsne umap pca
          wordvec analogy m.bin --method 3              | 3cosadd 3cosmul
          wordvec manual ma                             | map manual
          wordvec manual train f                        | fasttext
          wordvec completion ''                         | bash zsh fish
          wordvec train word2vec --checkpoint ''        | saved
          wordvec train word2vec --output=te            | --output=text8
          wordvec neighbors m.bin -- -                  | ''
          wordvec neighbors m.bin te                    | ''
          """)
  void bashCompletes(String words, String expected) throws IOException, InterruptedException {
    String calls =
        "source wordvec.bash; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _wordvec;"
            .formatted(words);
    assertThat(run("bash", "--norc", "-c", calls + " echo \"${COMPREPLY[*]}\""))
        .isEqualTo(expected);
  }

  @Test
  void bashItselfCompletesFileNamesWhereThereAreNoOthers()
      throws IOException, InterruptedException {
    assertThat(run("bash", "--norc", "-c", "source wordvec.bash; complete -p wordvec"))
        .isEqualTo("complete -o default -F _wordvec wordvec");
    for (String words : List.of("train word2vec te", "vocab te", "tokenize te", "neighbors te")) {
      String calls =
          "source wordvec.bash; compopt() { echo \"no files: $*\"; };"
              + " COMP_WORDS=(wordvec %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _wordvec;"
                  .formatted(words);
      assertThat(run("bash", "--norc", "-c", calls + " echo \"${COMPREPLY[*]}\"")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wordvec train word2vec te               | text8
          wordvec train word2vec --architecture=s | --architecture=skipgram
          wordvec train word2vec --device cp      | cpu
          wordvec --defaults train train gl       | glove
          wordvec manual train fa                 | fasttext
          wordvec train word2vec --checkpoint sa  | saved/
          wordvec neighbors m.bin te              | ''
          """)
  void fishCompletes(String line, String expected) throws IOException, InterruptedException {
    String found =
        run("fish", "--no-config", "-c", "source wordvec.fish; complete -C '" + line + "'");
    assertThat(found.lines().map(each -> each.replaceFirst("\t.*", "")))
        .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void aScriptIsValidInItsShell(String shell) throws IOException, InterruptedException {
    assertThat(run(shell, "-n", "wordvec." + shell)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void aScriptContainsNoAdviceOfAnotherProgram(String shell) {
    assertThat(CommandRun.of("completion", shell).out().lines().limit(3).toList().toString())
        .contains("wordvec completion " + shell)
        .doesNotContain("APP_HOME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyValueIsDescribedInBothLanguages(String language) {
    Locale usual = Locale.getDefault(Locale.Category.DISPLAY);
    Locale.setDefault(Locale.Category.DISPLAY, Locale.of(language));
    try {
      List<Map<String, String>> lists =
          CompletedCommand.all(ShellTest.tree()).stream()
              .flatMap(command -> command.options().stream())
              .map(Option::value)
              .filter(Value.Words.class::isInstance)
              .map(value -> ((Value.Words) value).meanings())
              .toList();
      assertThat(lists).hasSizeGreaterThan(30);
      assertThat(lists).allSatisfy(list -> assertThat(list.values()).noneMatch(String::isBlank));
    } finally {
      Locale.setDefault(Locale.Category.DISPLAY, usual);
    }
  }

  /**
   * Checks that an option takes a value in all commands or in none, since the script for fish skips
   * values of any command.
   */
  @Test
  void anOptionTakesAValueInAllCommandsOrInNone() {
    Map<String, Boolean> valued = new HashMap<>();
    for (CompletedCommand command : CompletedCommand.all(ShellTest.tree())) {
      for (Option option : command.options()) {
        for (String name : option.names()) {
          valued.putIfAbsent(name, option.takesValue());
          assertThat(option.takesValue()).as(name).isEqualTo(valued.get(name));
        }
      }
    }
  }

  private String run(String... command) throws IOException, InterruptedException {
    String shell = command[0];
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
    if (!installed) {
      System.err.println("NO TEST OF COMPLETION IN " + shell + ": it is not installed");
    }
    assumeTrue(installed, shell + " is not installed");
    for (String each : List.of("bash", "zsh", "fish")) {
      Files.writeString(folder.resolve("wordvec." + each), CommandRun.of("completion", each).out());
    }
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.lines().collect(Collectors.joining("\n"));
  }
}
