package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.demo.DemoCorpus;
import org.wordvec.cli.demo.DemoQuery;

/** Trains and queries models through the command line. */
class TrainingTest {
  private static final int SENTENCES = 16_000;

  @TempDir private static Path shared;
  private static String corpus;
  private static String questions;

  @TempDir private Path folder;

  @BeforeAll
  static void writeWorld() throws IOException {
    Path text = shared.resolve("world.txt");
    Files.writeString(text, DemoCorpus.load().text(SENTENCES, 3));
    corpus = text.toString();
    StringBuilder lines = new StringBuilder(": demo\n");
    for (DemoQuery question : DemoQuery.load()) {
      lines.append(
          String.join(" ", question.a(), question.b(), question.c(), question.expected()) + "\n");
    }
    questions = Files.writeString(shared.resolve("questions.txt"), lines).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "skipgram, negative-sampling",
    "skipgram, hierarchical-softmax",
    "cbow, negative-sampling",
    "cbow, hierarchical-softmax"
  })
  void everyEngineSolvesKnownAnalogies(String architecture, String objective) throws IOException {
    String model = folder.resolve("model.bin").toString();
    CommandRun training =
        CommandRun.of(
            "train",
            "word2vec",
            corpus,
            "-o",
            model,
            "--architecture",
            architecture,
            "--objective",
            objective,
            "--dim",
            "50",
            "--epochs",
            "10",
            "--sample",
            "1e-3",
            "--threads",
            "2",
            "--quiet");
    assertThat(training).isEqualTo(new CommandRun(0, "", ""));

    CommandRun queen =
        CommandRun.of("analogy", model, "king - man + woman", "-k", "1", "--format", "json");
    assertThat(queen.out()).contains("\"queen\"");
    CommandRun scores =
        CommandRun.of("evaluate", model, "--analogies", questions, "--format", "json");
    assertThat(percent(scores)).isGreaterThan(60);
  }

  @Test
  void oneThreadAndASeedGiveTheSameFileTwice() {
    Path first = folder.resolve("first.bin");
    Path second = folder.resolve("second.bin");
    for (Path file : List.of(first, second)) {
      assertThat(quick(corpus, "-o", file.toString(), "--threads", "1", "--seed", "7").code())
          .isZero();
    }
    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void theReportHoldsCountsTimesLossesAndEverySetting() throws IOException {
    Path report = folder.resolve("report.json");
    CommandRun run =
        quick(
            corpus,
            "-o",
            folder.resolve("model.txt").toString(),
            "--report",
            report.toString(),
            "--threads",
            "2");
    assertThat(run.err()).isEmpty();
    Map<String, Object> document = JSON.std.mapFrom(Files.readString(report));
    assertThat(document)
        .containsKeys(
            "version",
            "encoded_tokens",
            "distinct_words",
            "vocabulary_size",
            "rate",
            "configuration")
        .containsEntry("model", "word2vec")
        .containsEntry("sentences", SENTENCES)
        .containsEntry("epochs", 2)
        .containsEntry("threads", 2)
        .containsEntry("device", "cpu");
    Map<String, Object> seconds = entries(document.get("seconds"));
    assertThat(seconds).containsOnlyKeys("read", "encode", "count", "train", "write");
    double expected = 2 * number(document.get("tokens")) / number(seconds.get("train"));
    assertThat(number(document.get("rate"))).isCloseTo(expected, withPercentage(0.1));
    assertThat(document.get("losses")).asInstanceOf(LIST).hasSize(2);
    assertThat(entries(document.get("configuration")))
        .containsOnlyKeys(
            "format",
            "encoding",
            "encoding_errors",
            "tokenizer",
            "ascii_whitespace",
            "nfkc",
            "half_width",
            "simplified",
            "lowercase",
            "strip_accents",
            "digits",
            "punctuation",
            "stop_words",
            "min_length",
            "max_length",
            "phrases",
            "max_sentence_length",
            "min_count",
            "max_vocabulary",
            "architecture",
            "objective",
            "negatives",
            "noise_exponent",
            "dim",
            "window",
            "sample",
            "epochs",
            "learning_rate",
            "threads",
            "seed")
        .containsEntry("architecture", "skipgram")
        .containsEntry("learning_rate", 0.025)
        .containsEntry("dim", 8);
  }

  @Test
  void aVocabularyCanBeWrittenAndRead() throws IOException {
    Path vocabulary = folder.resolve("vocabulary.txt");
    String model = folder.resolve("model.txt").toString();
    quick(
        corpus, "-o", model, "--max-vocabulary", "100", "--save-vocabulary", vocabulary.toString());
    List<String> lines = Files.readAllLines(vocabulary);
    assertThat(lines).hasSize(100).allMatch(line -> line.matches("\\S+ \\d+"));
    Files.write(vocabulary, lines.subList(0, 40));
    quick(corpus, "-o", model, "--vocabulary", vocabulary.toString());
    assertThat(Files.readAllLines(Path.of(model)).getFirst()).isEqualTo("40 8");
  }

  @Test
  void standardInputAndLowercase() throws IOException {
    Path model = folder.resolve("model.vec");
    CommandRun run =
        CommandRun.withInput(
            "The King and the king\n".repeat(20),
            "train",
            "word2vec",
            "-",
            "-o",
            model.toString(),
            "--lowercase",
            "--sample",
            "0",
            "--dim",
            "4",
            "-q");
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(Files.readAllLines(model).getFirst()).isEqualTo("3 4");
  }

  @Test
  void withoutQuietTheStagesAreReportedOnStandardErrorOnly() {
    String model = folder.resolve("model.bin").toString();
    CommandRun run =
        CommandRun.of("train", "word2vec", corpus, "-o", model, "--dim", "8", "--epochs", "2");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("training on the CPU: no CUDA driver")
        .contains("read ", "trained 2 epochs", "wrote " + model, "epoch 2/2")
        .doesNotContain("\r", "\u001b");
  }

  @Test
  void cpuPrintsNoNote() {
    String model = folder.resolve("model.bin").toString();
    CommandRun run =
        CommandRun.of(
            "train",
            "word2vec",
            corpus,
            "-o",
            model,
            "--dim",
            "8",
            "--epochs",
            "1",
            "--device",
            "cpu");
    assertThat(run.err()).doesNotContain("GPU");
  }

  private CommandRun quick(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("train", "word2vec", "--quiet", "--dim", "8", "--epochs", "2"));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static double percent(CommandRun scores) throws IOException {
    Map<String, Object> analogies = entries(JSON.std.mapFrom(scores.out()).get("analogies"));
    List<?> rows = (List<?>) analogies.get("rows");
    return number(entries(rows.getLast()).get("percent"));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  @SuppressWarnings("unchecked") // JSON's keys are strings
  private static Map<String, Object> entries(Object value) {
    return (Map<String, Object>) value;
  }
}
