package org.wordvec.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;
import org.wordvec.cli.base.ExitCode;

class SearchOptionsTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.write(folder.resolve("tiny.bin")).toString();
  }

  @Test
  void scopesNarrowTheAnswers() throws IOException {
    assertThat(words("--top", "4")).containsExactlyInAnyOrder("man", "woman", "queen");
    assertThat(words("--match", "^p")).containsExactly("prince", "princess");
    assertThat(words("--match", "^p", "--exclude", "prince,man")).containsExactly("princess");
    String excluded = Files.writeString(folder.resolve("no.txt"), "prince\nqueen\n").toString();
    assertThat(words("--exclude-from", excluded)).hasSize(5).doesNotContain("prince", "queen");
    String counts =
        Files.writeString(folder.resolve("v.txt"), "man 9\nwoman 5\nqueen 4\n").toString();
    assertThat(words("--min-count", "5", "--vocabulary", counts)).containsOnly("man", "woman");
  }

  @Test
  void emptyValuesAreRefused() {
    for (String option : List.of("--match", "--exclude", "--defaults")) {
      CommandRun run = CommandRun.of("neighbors", model, "king", option, "");
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err())
          .startsWith("wordvec: " + option + ": empty")
          .contains("(is a variable unset?)")
          .hasLineCount(1);
    }
  }

  @Test
  void anExpressionThatIsNoneIsNamedWithItsPlace() {
    CommandRun run = CommandRun.of("neighbors", model, "king", "--match", "a\n(");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith("wordvec: --match: invalid regular expression: Unclosed group at character 4. ")
        .hasLineCount(1);
  }

  @Test
  void theyHoldForAnalogiesToo() {
    CommandRun run =
        CommandRun.of(
            "analogy",
            model,
            "king - man + woman",
            "--match",
            "^p",
            "--format",
            "tsv",
            "--method",
            "3cosmul");
    assertThat(run.lines()).hasSize(3);
    assertThat(run.out()).contains("princess").doesNotContain("queen");
  }

  @Test
  void expressionsNeedNoQuotes() {
    CommandRun run =
        CommandRun.of("analogy", model, "king", "-", "man", "+", "woman", "-k1", "--format", "tsv");
    assertThat(run.err()).isEmpty();
    assertThat(run.lines().get(1)).startsWith("king - man + woman\t1\tqueen");
    assertThat(CommandRun.of("analogy", model, "king", "+", "woman", "-k1").lines().get(1))
        .startsWith("king + woman");
  }

  @Test
  void nonsenseIsAUsageError() {
    for (List<String> options :
        List.of(
            List.of("--top", "-1"),
            List.of("--min-count", "3"),
            List.of("--vocabulary", "x"),
            List.of("--match", "("))) {
      List<String> arguments = new java.util.ArrayList<>(List.of("neighbors", model, "king"));
      arguments.addAll(options);
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      assertThat(run.code()).as("%s", options).isEqualTo(2);
      assertThat(run.errorLines()).as("%s", options).hasSize(1);
    }
  }

  @Test
  void candidatesAreRankedAndTheOddOneIsFirst() {
    CommandRun rank =
        CommandRun.of("rank", model, "king", "woman", "queen", "東京", "--format", "tsv");
    assertThat(rank.lines().get(1)).startsWith("king\t1\tqueen\t0.8");
    assertThat(rank.lines().get(3)).startsWith("king\t3\t東京\t");
    CommandRun odd =
        CommandRun.of("odd-one-out", model, "king", "queen", "東京", "prince", "--format", "tsv");
    assertThat(odd.lines().get(1)).startsWith("東京\t");
    assertThat(CommandRun.of("odd-one-out", model, "king", "queen").code()).isEqualTo(2);
    CommandRun all = CommandRun.of("similarity", model, "king", "queen", "man");
    assertThat(all.lines()).hasSize(4);
  }

  private List<String> words(String... options) {
    List<String> arguments =
        new java.util.ArrayList<>(List.of("neighbors", model, "king", "--format", "tsv"));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.lines().stream().skip(1).map(line -> line.split("\t", -1)[2]).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^([a-y]|-)+$", "^([a-z]|-)+\\d$", "^(a+)+$", "(a|aa)+b"})
  void expressionsThatTakeTooMuchAreOneLine(String expression) throws IOException {
    String long1 = "a".repeat(20_000) + "z";
    String long2 = "a".repeat(60) + "!";
    String vectors =
        Files.writeString(
                folder.resolve("long.txt"),
                "3 2\nking 1 0.5\n" + long1 + " 0.5 1\n" + long2 + " 1 1\n")
            .toString();
    CommandRun run = CommandRun.of("neighbors", vectors, "king", "--match", expression);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .startsWith("wordvec: --match: the expression " + expression)
        .contains("write [ab]+ for (a|b)+")
        .hasLineCount(1);
  }
}
