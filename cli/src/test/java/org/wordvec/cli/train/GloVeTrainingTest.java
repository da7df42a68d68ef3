package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.demo.DemoCorpus;

/** Trains GloVe in one command and in stages. */
class GloVeTrainingTest {
  private static final int SENTENCES = 400_000;

  @TempDir private static Path shared;
  private static String corpus = "";

  @TempDir private Path folder;

  @BeforeAll
  static void writeWorld() throws IOException {
    Path text = shared.resolve("world.txt");
    Files.writeString(text, DemoCorpus.load().text(SENTENCES, 3));
    corpus = text.toString();
  }

  @Test
  void solvesAKnownAnalogy() throws IOException {
    Map<String, Object> report = train("model.bin", corpus, "--window", "10");
    assertThat(report)
        .containsKeys("tokens", "entries", "seconds", "rate", "losses")
        .containsEntry("model", "glove");
    assertAnswers("model.bin");
  }

  @Test
  void stagesGiveTheResultOfOneCommand() throws IOException {
    String words = file("vocab.txt");
    String counts = file("counts");
    assertThat(CommandRun.of("vocab", corpus, "-o", words, "-q"))
        .isEqualTo(new CommandRun(0, "", ""));
    assertThat(
            CommandRun.of(
                "cooccur", corpus, "-o", counts, "--vocabulary", words, "--window", "10", "-q"))
        .isEqualTo(new CommandRun(0, "", ""));
    String saved = file("saved.txt");
    Map<String, Object> staged =
        train(
            "staged.bin",
            "--cooccurrences",
            counts,
            "--vocabulary",
            words,
            "--save-vocabulary",
            saved);
    assertThat(Path.of(saved)).hasSameTextualContentAs(Path.of(words));
    Map<String, Object> once = train("once.bin", corpus, "--window", "10");
    assertThat(staged.get("entries")).isEqualTo(once.get("entries"));
    assertThat(Files.size(Path.of(counts))).isEqualTo(16L * (Integer) once.get("entries"));
    assertAnswers("staged.bin");
  }

  @Test
  void aTextWhosePairsOccurOnceEachIsTrained() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < 300; word++) {
      words.append('w').append(word).append(' ');
    }
    String text = Files.writeString(folder.resolve("once.txt"), words).toString();
    for (String dimensions : List.of("5", "100")) {
      String[] arguments = {
        "train", "glove", text, "-o", file("o.bin"), "--dim", dimensions, "--min-count", "1"
      };
      CommandRun run = CommandRun.of(join(arguments, new String[] {"--window", "1", "-q"}));
      assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "glove,--x-max,1e12",
    "glove,--x-max,1e300",
    "glove,--learning-rate,1e-30",
    "word2vec,--learning-rate,1e-30"
  })
  void aTrainingThatLearnsNothingWarns(String family, String option, String value)
      throws IOException {
    String text =
        Files.writeString(
                folder.resolve("t.txt"), "the king and the queen of the land\n".repeat(50))
            .toString();
    String output = folder.resolve("n.bin").toString();
    String[] arguments = {
      "train", family, text, "-o", output, "--min-count", "1", "--epochs", "3", "--device", "cpu"
    };
    String warning = "warning: almost nothing was learnt: the loss was ";
    assertThat(CommandRun.of(arguments).err()).doesNotContain(warning);
    String[] more = Arrays.copyOf(arguments, arguments.length + 2);
    more[arguments.length] = option;
    more[arguments.length + 1] = value;
    CommandRun run = CommandRun.of(more);
    assertThat(run.err()).contains(warning);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void asymmetricCountsAreHalf() throws IOException {
    String left = file("left");
    String both = file("both");
    CommandRun.of("cooccur", corpus, "-o", left, "--asymmetric", "--max-vocabulary", "5", "-q");
    CommandRun.of("cooccur", corpus, "-o", both, "--memory", "1m", "--max-vocabulary", "5", "-q");
    assertThat(Files.size(Path.of(left))).isBetween(16L, Files.size(Path.of(both)));
  }

  @Test
  void writesBothVectorsOrTheSum() throws IOException {
    train("both.txt", corpus, "--output-vectors", "word,context", "--epochs", "1");
    train("sum.txt", corpus, "--output-vectors", "word+context", "--epochs", "1");
    assertThat(firstLine("both.txt")).endsWith(" 100");
    assertThat(firstLine("sum.txt")).endsWith(" 50");
  }

  @Test
  void aBadFileOfCountsIsNamedWithItsByte() throws IOException {
    String words = file("words.txt");
    Files.writeString(Path.of(words), "king 5\nqueen 5\n");
    String counts = file("bad");
    Files.write(Path.of(counts), new byte[16]);
    CommandRun run =
        CommandRun.of(
            "train",
            "glove",
            "--cooccurrences",
            counts,
            "--vocabulary",
            words,
            "-o",
            file("never.bin"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains(counts + ": byte 0: words number 0 and 0");
    assertThat(Path.of(file("never.bin"))).doesNotExist();
  }

  @Test
  void invalidOptionsFailBeforeAnyWork() {
    String out = file("x.bin");
    assertUsage("give either CORPUS or --cooccurrences", "-o", out);
    assertUsage("--cooccurrences needs --vocabulary", "--cooccurrences", corpus, "-o", out);
    assertUsage("cannot be used together", corpus, "--symmetric", "--asymmetric", "-o", out);
    assertUsage("'4q' is not a size", corpus, "--memory", "4q", "-o", out);
    assertUsage("the memory must be at least 1 MB", corpus, "--memory", "4k", "-o", out);
    assertUsage("x-max must be above 0", corpus, "--x-max", "0", "-o", out);
    assertUsage("is an input and would be overwritten", corpus, "-o", corpus);
  }

  @Test
  void optionsOfTextHaveNoEffectOnCounts() {
    String[][] all = {
      {"--window", "3"},
      {"--lowercase"},
      {"--min-count", "9"},
      {"--csv-column", "2"},
      {"--asymmetric"}
    };
    for (String[] option : all) {
      String[] counts = {"--cooccurrences", corpus, "--vocabulary", corpus, "-o", file("x.bin")};
      assertUsage(
          option[0]
              + " has no effect with --cooccurrences, whose text has been counted; leave it out",
          join(counts, option));
    }
  }

  private static void assertUsage(String message, String... arguments) {
    CommandRun run = CommandRun.of(join(new String[] {"train", "glove"}, arguments));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
  }

  private Map<String, Object> train(String output, String... arguments) throws IOException {
    String report = file(output + ".json");
    String[] usual = {
      "train",
      "glove",
      "--quiet",
      "-o",
      file(output),
      "--report",
      report,
      "--dim",
      "50",
      "--x-max",
      "1000",
      "--threads",
      "1"
    };
    boolean epochs = Arrays.asList(arguments).contains("--epochs");
    CommandRun run =
        CommandRun.of(
            join(usual, join(arguments, epochs ? new String[0] : new String[] {"--epochs", "20"})));
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    return JSON.std.mapFrom(Files.readString(Path.of(report)));
  }

  private void assertAnswers(String model) {
    CommandRun queen =
        CommandRun.of("analogy", file(model), "king - man + woman", "-k", "1", "--format", "json");
    assertThat(queen.out()).contains("\"queen\"");
  }

  private String firstLine(String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file(name)))) {
      return lines.findFirst().orElseThrow();
    }
  }

  private static String[] join(String[] left, String[] right) {
    return Stream.of(left, right).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
