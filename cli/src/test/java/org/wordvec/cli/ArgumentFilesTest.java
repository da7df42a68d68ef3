package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;

/** Arguments that stand in files: defaults, and {@code @FILE}. */
class ArgumentFilesTest {
  @TempDir private Path folder;
  private String corpus;

  @BeforeEach
  void writeCorpus() throws IOException {
    corpus = write("corpus.txt", "the king and the Queen\n".repeat(9) + "a king\n".repeat(3));
  }

  @Test
  void aDefaultStandsInForAnOptionAndTheCommandLineWins() throws IOException {
    String defaults = write("d.properties", "# words\nmin-count = 10\n\nlowercase=true\n");
    assertThat(vocabulary("--defaults", defaults)).containsExactly("the 18", "king 12");
    assertThat(vocabulary("--defaults=" + defaults, "--min-count", "9", "--lowercase"))
        .containsExactly("the 18", "king 12", "and 9", "queen 9");
  }

  @Test
  void aKeyOfOneCommandGoesFirst() throws IOException {
    String defaults =
        write("d.properties", "vocab.min-count = 12\nmin-count = 1\ntrain.glove.x-max = 7\n");
    assertThat(vocabulary("--defaults", defaults)).containsExactly("the 18", "king 12");
  }

  @Test
  void requiredOptionsCanBeDefaults() throws IOException {
    Path out = folder.resolve("out");
    String defaults = write("d.properties", "vocab.output = " + out + "\nquiet = true\n");
    assertThat(CommandRun.of("vocab", corpus, "--defaults", defaults).err()).isEmpty();
    assertThat(out).exists();
  }

  @Test
  void helpShowsTheDefaultsInForce() throws IOException {
    String defaults = write("d.properties", "dim = 77\n");
    assertThat(CommandRun.of("train", "word2vec", "--defaults", defaults, "--help").out())
        .contains("(default: 77");
  }

  @ParameterizedTest
  @CsvSource({
    "dimm = 3, 1, line 2: no command has an option for the key 'dimm'",
    "train.glove.window-x = 3, 1, line 2: no command has",
    "help = true, 1, line 2: no command has",
    "defaults = x, 1, line 2: no command has",
    "min-count = 3, 1, line 2: 'min-count' is repeated",
    "lowercase = perhaps, 2, line 2: 'lowercase' must be true or false",
    "max-vocabulary = many, 2, line 2: Invalid value",
    "quiet = \\u00, 1, line 2: malformed escape sequence"
  })
  void whatIsWrongIsNamedWithItsLine(String line, int code, String words) throws IOException {
    String defaults = write("d.properties", "min-count = 1\n" + line + "\n");
    CommandRun run = CommandRun.of("vocab", corpus, "-o", "unused", "--defaults", defaults);
    assertThat(run.err()).contains("d.properties: " + words);
    assertThat(run.errorLines()).hasSize(1);
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void aMissingFileIsAFailure() {
    CommandRun run = CommandRun.of("vocab", corpus, "--defaults", "nothing.properties");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).isEqualTo("wordvec: nothing.properties: no such file or folder\n");
  }

  @Test
  void anArgumentFileStandsForItsArguments() throws IOException {
    String arguments = write("arguments", "# words\n--min-count 10\n--lowercase\n");
    assertThat(vocabulary("@" + arguments)).containsExactly("the 18", "king 12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'10", "\"1'0", "\"a b\" 'c", "\"C:\\x\\\"", "x\"10 #"})
  void aQuoteOfAnArgumentFileIsClosedInItsLine(String text) throws IOException {
    String arguments = write("arguments", "# it's\n--lowercase\n--min-count " + text + "\n-q\n");
    CommandRun run = CommandRun.of("vocab", corpus, "@" + arguments);
    assertThat(run.errorLines()).hasSize(1);
    assertThat(run.err()).startsWith("wordvec: " + arguments + ": line 3: unclosed quote");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void aQuoteMayHoldTheOtherQuoteAndAHash() throws IOException {
    String words = write("it's # a.txt", "king\n");
    String arguments =
        write("arguments", "--stop-words \"" + words + "\" '--min-count' \"1\" # isn't it\n");
    assertThat(vocabulary("@" + arguments, "--max-vocabulary", "1")).containsExactly("the 18");
  }

  @Test
  void aWordOfAQueryMayBeginWithAnAt() throws IOException {
    String model = write("model.txt", "@user 1 2\nking 1 3\n");
    write("user", "king");
    assertThat(CommandRun.of("neighbors", model, "@user", "--format", "tsv").lines())
        .anyMatch(line -> line.startsWith("@user\t1\tking"));
    assertThat(CommandRun.of("neighbors", model, "@" + folder.resolve("user")).err())
        .contains("no word \"@");
  }

  private List<String> vocabulary(String... options) throws IOException {
    Path out = folder.resolve("vocabulary");
    List<String> arguments = new ArrayList<>(List.of("vocab", corpus, "-o", out.toString(), "-q"));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return Files.readAllLines(out);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
