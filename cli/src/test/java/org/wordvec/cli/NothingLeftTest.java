package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries whose answer would be empty or mean nothing. */
class NothingLeftTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = write("z.txt", "4 2\na 1 0\nzero 0 0\nb 0 1\nc 1 1\n");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private CommandRun ask(String question) {
    return CommandRun.of(question.replace("MODEL", model).split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neighbors MODEL zero",
        "neighbors MODEL a zero -k 1",
        "similarity MODEL zero a",
        "rank MODEL a b zero",
        "odd-one-out MODEL a b zero",
        "analogy MODEL a b zero --method 3cosmul"
      })
  void aVectorOfZerosIsNearNoWord(String question) {
    CommandRun run = ask(question);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly(
            "wordvec: "
                + model
                + ": the vector of \"zero\" is zero, so it has no nearest neighbours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--match q", "--exclude a,b,c,zero", "--top 1 --match b"})
  void aFilterThatLeavesNothingFails(String filter) {
    CommandRun run = ask("neighbors MODEL a " + filter);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .startsWith("wordvec: none of the model's 4 words passes the filters: --");
  }

  @Test
  void aQuestionWithoutAnswersFails() {
    CommandRun run = ask("neighbors MODEL a b --top 1 --format tsv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.errorLines())
        .containsExactly("wordvec: no result for \"a\": all words are excluded");
  }

  @Test
  void batchesTreatZerosAsUnknownWords() throws IOException {
    String input = write("in", "a\nzero\nnobody\n");
    CommandRun skipped = ask("neighbors MODEL -k1 --unknown skip --input " + input);
    assertThat(skipped.code()).isZero();
    assertThat(skipped.lines()).hasSize(2);
    assertThat(skipped.errorLines())
        .containsExactly(
            "wordvec: 1 query skipped: unknown words", "wordvec: 1 query skipped: zero vector");
    CommandRun empty = ask("similarity MODEL --unknown empty --input " + write("p", "a zero\n"));
    assertThat(empty.lines()).element(1).isEqualTo("a\tzero\t");
    assertThat(empty.errorLines())
        .containsExactly("wordvec: 1 query without a result: zero vector");
    CommandRun stopped = ask("neighbors MODEL --vectors --input " + write("v", "1 0\n0 0\n"));
    assertThat(stopped.code()).isEqualTo(1);
    assertThat(stopped.errorLines()).singleElement().asString().contains("v, line 2: the vector");
  }

  @Test
  void anEvaluationOfNothingFailsBesideOneOfSomething() throws IOException {
    String questions = write("q", ": s\na b c c\n");
    String pairs = write("p", "x y 1\ny z 2\n");
    CommandRun run =
        ask("evaluate MODEL --format csv --analogies " + questions + " --pairs " + pairs);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("s,semantic,", "p,,,0,0,2");
    assertThat(run.errorLines())
        .last()
        .asString()
        .contains("p: the model has both words of none of its pairs");
  }
}
