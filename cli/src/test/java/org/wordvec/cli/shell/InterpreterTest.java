package org.wordvec.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;
import org.wordvec.corpora.words.WordList;

/** Runs the shell without a terminal. */
class InterpreterTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.write(folder.resolve("tiny.bin")).toString();
  }

  @Test
  void linesAreExecutedWithoutPrompts() {
    CommandRun run = shell("king -k 1\n\n# a remark\nking - man + woman -k 1\n東京 --top 1\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "query  rank  word    cosine",
            run.lines().get(1),
            "question            rank  word    score",
            run.lines().get(3),
            "query  rank  word  cosine",
            run.lines().get(5));
    assertThat(run.lines().get(1)).startsWith("king      1  prince  0.8");
    assertThat(run.lines().get(3)).startsWith("king - man + woman     1  queen");
    assertThat(run.lines().get(5)).startsWith("東京      1  man");
  }

  @Test
  void commandsHaveTheirOwnGrammar() {
    CommandRun run =
        shell(
            """
            neighbors king queen -k 1 --format tsv
            similarity king 'ice,cream'
            rank king queen man
            odd-one-out king queen 東京
            info
            analogy man king woman -k 1
            analogy king - man + woman -k 1
            neighbors --help
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("king\t1\tprince", "queen\t1\t", "ice,cream", "man : king = woman : ?")
        .contains("king - man + woman     1  queen", "word2vec binary", "Usage: ");
  }

  @Test
  void errorsTakeOneLineAndTheShellContinues() {
    CommandRun run =
        shell(
            "nobody\nking - - man\nking queen\nrank king\n:what\n:set x 3\nking -k 0\nman -k 1\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errorLines()).hasSize(7).allMatch(line -> line.startsWith("wordvec: "));
    assertThat(run.errorLines().get(1)).contains("character 8");
    assertThat(run.lines()).hasSize(2);
  }

  @Test
  void settingsApplyToFurtherLines() {
    CommandRun run =
        shell(
            """
            :set k 2
            :set match ^p
            :set format tsv
            king
            king -k 1
            :set match
            :set k
            :set
            similarity king man
            :quit
            queen
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(3 + 2 + 1 + 2);
    assertThat(run.lines().get(5)).isEqualTo("format tsv");
    assertThat(run.lines().get(1)).startsWith("king\t1\tprince\t");
  }

  @Test
  void anotherModelCanBeOpened() throws IOException {
    Path other = TinyModel.write(folder.resolve("other one.txt"));
    CommandRun run =
        shell(":open " + other + "\ninfo --format tsv\n:open nowhere\nking -k 1\n:help\n");
    assertThat(run.lines().get(1)).startsWith(other + "\tword2vec text");
    assertThat(run.errorLines()).containsExactly("wordvec: nowhere: no such file or folder");
    assertThat(run.out()).contains(":set k 20");
    assertThat(CommandRun.of("shell", "nowhere").code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          king                     | NEIGHBORS |          | king
          don't                    | NEIGHBORS |          | don't
          'new york' -k 3          | NEIGHBORS | -k,3     | new york
          c\\+\\+ - a --top=5      | ANALOGY   | --top=5  | c\\+\\+ - a
          rank                     | NEIGHBORS |          | rank
          rank - info              | ANALOGY   |          | rank - info
          rank "new york" x\\ y z  | RANK      |          | new york,x y,z
          king - k                 | ANALOGY   |          | king - k
          neighbors a --match ^b c | NEIGHBORS | --match,^b | a,c
          analogy 'a b' - c        | ANALOGY   |          | 'a b' - c
          """)
  void linesAreParsed(String line, ShellVerb verb, String options, String operands) {
    ShellQuery question = ShellQuery.of(line);
    assertThat(question.verb()).isEqualTo(verb);
    assertThat(String.join(",", question.options())).isEqualTo(options == null ? "" : options);
    assertThat(String.join(",", question.operands())).isEqualTo(operands);
  }

  @Test
  void completionsAreInTheOrderOfTheModel() {
    WordList words = WordList.of(List.of("b", "ab", "東京", "a", "東方", "abc"));
    assertThat(WordCompleter.startingWith("a", words, 2)).containsExactly("ab", "a");
    assertThat(WordCompleter.startingWith("東", words, 9)).containsExactly("東京", "東方");
    assertThat(WordCompleter.startingWith("x", words, 9)).isEmpty();
  }

  @Test
  void historyIsReadableByTheUserOnly() throws IOException {
    Path file = ShellHistory.file(folder.resolve("state/wordvec")).orElseThrow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(ShellHistory.file(folder.resolve("state/wordvec"))).contains(file);
    Path taken = Files.writeString(folder.resolve("taken"), "");
    assertThat(ShellHistory.file(taken.resolve("wordvec"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x 3             | no setting "x", expected k, top,
          k abc           | Invalid value for option '--count'
          k 0             | -k must be at least 1, not 0
          top -1          | --top must be at least 0, not -1
          match [         | Invalid value for option '--match'
          method cosine   | Invalid value for option '--method'
          format xml      | Invalid value for option '--format'
          vocabulary none | none: no such file or folder
          """)
  void anInvalidSettingIsRejectedAtOnce(String setting, String words) {
    CommandRun run = shell(":set k 2\n:set " + setting + "\n:set\nking\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().startsWith("wordvec: " + words);
    assertThat(run.lines()).startsWith("k 2").hasSize(1 + 3);
  }

  @Test
  void settingsThatDependOnEachOtherCanBeSetInTurn() throws IOException {
    Path counts = Files.writeString(folder.resolve("v.txt"), "king 9\nqueen 8\nprince 1\n");
    CommandRun run =
        shell(":set min-count 5\n:set vocabulary " + counts + "\n:set format tsv\nking -k 1\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.lines().get(1)).startsWith("king\t1\tqueen\t");
  }

  private CommandRun shell(String input) {
    return CommandRun.withInput(input, "shell", model);
  }

  @Test
  void longWordsAndExpressionsLeaveTheShellOpen() {
    String word = "x".repeat(100_000);
    CommandRun run =
        shell(word + " - king + man\nking - " + "7".repeat(100_000) + "\nsimilarity king queen\n");
    assertThat(run.errorLines()).hasSize(2).allMatch(line -> line.contains("no word \""));
    assertThat(run.out()).contains("queen");
  }
}
