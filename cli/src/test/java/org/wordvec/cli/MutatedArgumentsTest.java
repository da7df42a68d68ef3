package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;

/**
 * Mutates arguments, expressions, lines of the shell and files of options. Each must be executed,
 * or rejected with one line and a documented exit status. {@code -Dwordvec.faults=N} mutates each N
 * times.
 */
class MutatedArgumentsTest {
  private static final int COUNT = Integer.getInteger("wordvec.faults", 60);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int SHOWN = 5;
  private static final Set<Integer> DOCUMENTED =
      Set.of(ExitCode.OK, ExitCode.FAILURE, ExitCode.USAGE);

  @TempDir private Path folder;
  private String corpus;
  private String model;

  @BeforeEach
  void writeFiles() throws IOException {
    corpus = write("corpus.txt", "the king and the Queen of 北京\n".repeat(20));
    model = TinyModel.write(folder.resolve("tiny.bin")).toString();
    write("words", "king\nqueen\n");
    write("pairs", "king queen 9\nman woman 8\nman king 3\n");
    write("analogies", ": sex\nman woman king queen\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neighbors M king queen -k 3 --format tsv --match ^q",
        "neighbors M --input words --input-format text --unknown skip --top 5",
        "analogy M man:woman::king:? --method 3cosmul -k 2",
        "similarity M king queen --format json",
        "rank M king queen man -k 2",
        "odd-one-out M king queen man",
        "senses M king --top 5",
        "vectors M king queen --format jsonl",
        "info M --format json",
        "evaluate M --analogies analogies --pairs pairs --format json",
        "compare M M --top 5 -k 2",
        "map M --output=map.csv --method pca --top 5",
        "convert M --output=c.fifu --to finalfusion",
        "doctor M",
        "tokenize C --head 2 --lowercase --digits zero",
        "vocab C --output=v.txt --min-count 1 --max-vocabulary 10",
        "phrases C --output=p.txt --min-count 1 --threshold 1",
        "cooccur C --output=k --min-count 1 --window 3",
        "train word2vec C --output=w.bin --dim 5 --min-count 1 --epochs 2 --plan",
        "train fasttext C --output=f.bin --dim 5 --min-count 1 --min-n 2 --max-n 3 --plan",
        "train glove C --output=g.bin --dim 5 --min-count 1 --x-max 10 --threads 1 --plan"
      })
  void mutatedArgumentsAreExecutedOrRejected(String command) {
    List<String> arguments = new ArrayList<>();
    for (String argument : command.split(" ", -1)) {
      arguments.add(
          switch (argument) {
            case "M" -> model;
            case "C" -> corpus;
            case "words", "pairs", "analogies" -> folder.resolve(argument).toString();
            default -> argument.replace("--output=", "--output=" + folder + "/");
          });
    }
    ArgumentMutation mutation = new ArgumentMutation(arguments);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < COUNT && wrong.size() < SHOWN; i++) {
      check(mutation.number(i), "", "", wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "king - man + woman",
        "2 * king -1.5e0*man + \"ice,cream\"",
        "'king' + +man - \\+woman + .5*東京",
        "man : woman :: king : ?"
      })
  void mutatedExpressionsAreExecutedOrRejected(String expression) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < COUNT && wrong.size() < SHOWN; i++) {
      String damaged = ArgumentMutation.characters(expression, new Random(i));
      check(List.of("analogy", model, "--", damaged), "", "", wrong);
      check(List.of("analogy", model, "--input", "-"), damaged, "", wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "king\nking - man + woman\n",
        ":top 3\n:format csv\nneighbors king\n",
        "similarity king queen\nman : woman :: king : ?\n\"ice,cream\"\n:help\n:quit\n"
      })
  void mutatedShellLinesAreExecutedOrRejected(String lines) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < COUNT && wrong.size() < SHOWN; i++) {
      String damaged = ArgumentMutation.characters(lines, new Random(i));
      check(List.of("shell", model), damaged, "", wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# words\nmin-count = 1\nvocab.lowercase = true\nquiet=true\n",
        "max-vocabulary : 10\n\ndigits = zero\ntokenizer \\\n = chars\n"
      })
  void mutatedDefaultsFilesAreExecutedOrRejected(String text) throws IOException {
    checkFiles(text, "--defaults=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# words\n--min-count 1 --lowercase\n'--max-vocabulary' \"10\"\n",
        "-q --digits=zero # all\n--tokenizer\nchars\n"
      })
  void mutatedArgumentFilesAreExecutedOrRejected(String text) throws IOException {
    checkFiles(text, "@");
  }

  private void checkFiles(String text, String prefix) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    FileMutation mutation = new FileMutation(content, content);
    Path file = folder.resolve("options");
    String output = "--output=" + folder.resolve("v.txt");
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < COUNT && wrong.size() < SHOWN; i++) {
      byte[] damaged = mutation.number(i, COUNT);
      Files.write(file, damaged);
      String shown = new String(damaged, StandardCharsets.UTF_8);
      check(List.of("vocab", corpus, output, prefix + file), "", shown, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(List<String> arguments, String input, String file, List<String> wrong) {
    String what = (arguments + " " + input + " " + file).replaceAll("(?s)(.{40})\\1{9,}", "$1...");
    CommandRun run =
        assertTimeoutPreemptively(
            LONGEST,
            () -> CommandRun.withInput(input, arguments.toArray(String[]::new)),
            () -> "hangs: " + what);
    String problem = problem(run);
    if (!problem.isEmpty()) {
      wrong.add(what + ": " + problem);
    }
  }

  private static String problem(CommandRun run) {
    if (!DOCUMENTED.contains(run.code())) {
      return "exit status " + run.code();
    }
    if (run.err().matches("(?s).*(internal error|Exception|\\n\\tat ).*")) {
      return "a trace: " + run.err();
    }
    if (run.err().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      return "control characters: " + run.err();
    }
    if (run.code() != ExitCode.OK
        && run.errorLines().stream().noneMatch(line -> line.startsWith("wordvec: "))) {
      return "exit status " + run.code() + " without a line: " + run.err();
    }
    return "";
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
