package org.wordvec.cli.query;

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
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;

/** Streams of questions. */
class BatchTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.write(folder.resolve("tiny.bin")).toString();
  }

  @Test
  void linesOfStandardInputAreAnsweredInTheirOrder() {
    CommandRun run =
        CommandRun.withInput(
            "king\n\n  woman \nice,cream\n東京", "neighbors", model, "--input", "-", "-k", "2");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(9);
    assertThat(run.lines().getFirst()).isEqualTo("query\trank\tword\tcosine");
    assertThat(run.lines().stream().skip(1).map(line -> line.split("\t", -1)[0]))
        .containsExactly("king", "king", "woman", "woman", "ice,cream", "ice,cream", "東京", "東京");
    assertThat(run.lines().get(1)).startsWith("king\t1\tprince\t0.8");
  }

  @Test
  void manyBlocksGiveTheAnswersOfSingleQuestions() {
    List<String> words = List.of("king", "queen", "man", "woman", "prince", "princess", "東京");
    StringBuilder input = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String word = words.get(i * 31 % words.size());
      input.append(word).append('\n');
      expected.add(word);
    }
    CommandRun run =
        CommandRun.withInput(input.toString(), "neighbors", model, "--input", "-", "-k", "1");
    List<String> rows = run.lines().subList(1, run.lines().size());
    assertThat(rows).extracting(row -> row.split("\t", -1)[0]).isEqualTo(expected);
    for (String word : words) {
      CommandRun single = CommandRun.of("neighbors", model, word, "-k", "1", "--format", "tsv");
      String answer = single.lines().get(1).split("\t", -1)[2];
      assertThat(rows)
          .filteredOn(row -> row.startsWith(word + "\t"))
          .extracting(row -> row.split("\t", -1)[2])
          .containsOnly(answer);
    }
  }

  @ParameterizedTest
  @CsvSource({"words.csv,','", "words.tsv,'\t'", "words.TSV,'\t'"})
  void columnsAreFoundByTheirName(String name, String comma) throws IOException {
    String text = "\uFEFFword,n\n\"king\",1\n\"ice%scream\",2\n".formatted("_");
    Path file = folder.resolve(name);
    Files.writeString(file, text.replace(",", comma).replace("ice_cream", "ice,cream"));
    CommandRun run =
        CommandRun.of(
            "neighbors",
            model,
            "--input",
            file.toString(),
            "--column",
            "word",
            "-k1",
            "--format",
            "csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(2)).startsWith("\"ice,cream\",1,");
  }

  @Test
  void csvThatDoesNotFitIsRefused() throws IOException {
    String file = write("words.csv", "a,b\nking,1\nqueen\n");
    CommandRun none = CommandRun.of("neighbors", model, "--input", file, "--column", "c");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("words.csv: line 1: no column 'c'; there are a, b");
    CommandRun shorter = CommandRun.of("neighbors", model, "--input", file, "--column", "b");
    assertThat(shorter.code()).isEqualTo(1);
    assertThat(shorter.err()).contains("words.csv: line 3: has 1 cells, where 2 were expected");
    CommandRun unnamed = CommandRun.of("neighbors", model, "--input", file);
    assertThat(unnamed.code()).isEqualTo(2);
    assertThat(unnamed.err()).contains("--column with 1 column");
    CommandRun quote =
        CommandRun.of(
            "neighbors", model, "--input", write("q.csv", "a\n\"king\" x\n"), "--column", "a");
    assertThat(quote.code()).isEqualTo(1);
    assertThat(quote.errorLines()).singleElement().asString().contains("q.csv: line 2: not CSV");
  }

  @Test
  void unknownWordsStopSkipOrStayEmpty() {
    String input = "king\nnobody\nqueen\n";
    CommandRun error = CommandRun.withInput(input, "neighbors", model, "--input", "-");
    assertThat(error.code()).isEqualTo(1);
    assertThat(error.errorLines())
        .singleElement()
        .asString()
        .startsWith("wordvec: standard input, line 2: no word \"nobody\"");
    CommandRun skip =
        CommandRun.withInput(
            input, "neighbors", model, "--input", "-", "--unknown", "skip", "-k", "1");
    assertThat(skip.code()).isZero();
    assertThat(skip.lines()).hasSize(3);
    assertThat(skip.err()).contains("1 query skipped: unknown words");
    CommandRun empty =
        CommandRun.withInput(
            input, "neighbors", model, "--input", "-", "--unknown", "empty", "-k", "1");
    assertThat(empty.lines()).hasSize(4).element(2).isEqualTo("nobody\t\t\t");
    CommandRun json =
        CommandRun.withInput(
            "nobody\n",
            "neighbors",
            model,
            "--input",
            "-",
            "--unknown",
            "empty",
            "--format",
            "jsonl");
    assertThat(json.lines())
        .containsExactly("{\"query\":\"nobody\",\"rank\":null,\"word\":null,\"cosine\":null}");
  }

  @Test
  void expressionsAndPairsAreStreamedToo() {
    CommandRun sums =
        CommandRun.withInput(
            "king - man + woman\n-0.5*man + woman\n", "analogy", model, "--input", "-", "-k1");
    assertThat(sums.err()).isEmpty();
    assertThat(sums.lines().get(1)).startsWith("king - man + woman\t1\tqueen\t");
    assertThat(sums.lines()).hasSize(3);
    CommandRun bad = CommandRun.withInput("king - - man\n", "analogy", model, "--input", "-");
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.err()).contains("standard input, line 1: in the expression", "character 8");
    CommandRun pairs =
        CommandRun.withInput(
            "king queen\nman\t東京\nman nobody\n",
            "similarity",
            model,
            "--input",
            "-",
            "--unknown",
            "empty");
    assertThat(pairs.lines()).hasSize(4).element(3).isEqualTo("man\tnobody\t");
    assertThat(CommandRun.withInput("a b c\n", "similarity", model, "--input", "-").err())
        .contains("standard input, line 1: expected two words, found 3");
  }

  @Test
  void vectorsAreReadWithOrWithoutAWord() {
    CommandRun run =
        CommandRun.withInput(
            "1 1 1 0.1\nmine 0.1 1 0 0.1\n", "neighbors", model, "--vectors", "-k1");
    assertThat(run.lines().get(1)).startsWith("standard input, line 1\t1\tqueen\t1.0");
    assertThat(run.lines().get(2)).startsWith("mine\t1\tman\t");
    CommandRun few = CommandRun.withInput("1 2\n", "neighbors", model, "--vectors");
    assertThat(few.code()).isEqualTo(1);
    assertThat(few.err())
        .contains("line 1: expected 4 numbers, optionally after a word, found 2 fields");
    CommandRun word = CommandRun.withInput("1 2 x 4\n", "neighbors", model, "--vectors");
    assertThat(word.err()).contains("line 1: \"x\" is not a finite number");
  }

  @Test
  void optionsThatMakeNoSenseAreUsageErrors() {
    for (List<String> arguments :
        List.of(
            List.of("neighbors", model),
            List.of("neighbors", model, "king", "--input", "-"),
            List.of("neighbors", model, "king", "--column", "word"),
            List.of("neighbors", model, "--input", "-", "--format", "json"),
            List.of("neighbors", model, "--input", "-", "--unknown", "maybe"),
            List.of("neighbors", model, "--input", "x", "--column", "a,b"),
            List.of("analogy", model, "king", "--input", "-"),
            List.of("similarity", model, "king"))) {
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      assertThat(run.code()).as("%s", arguments).isEqualTo(2);
      assertThat(run.errorLines()).as("%s", arguments).hasSize(1);
    }
    assertThat(CommandRun.of("neighbors", model, "--input", "nowhere.txt").err())
        .contains("nowhere.txt: no such file");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
