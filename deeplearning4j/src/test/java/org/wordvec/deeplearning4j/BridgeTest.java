package org.wordvec.deeplearning4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.Main;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.terminal.Terminal;

/** The bridge as the commands use it. */
class BridgeTest {
  private static final String FACTORY =
      "class:org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory";
  private static final String LETTERS =
      "org.deeplearning4j.text.tokenization.tokenizer.preprocessor.CommonPreprocessor";

  @TempDir private Path folder;
  private Path text;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void writeText() throws IOException {
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    for (int sentence = 0; sentence < 400; sentence++) {
      String topic = random.nextBoolean() ? "a" : "b";
      for (int i = 0; i < 10; i++) {
        lines.append(topic).append(random.nextInt(15)).append(' ');
      }
      lines.append('\n');
    }
    text = Files.writeString(folder.resolve("text.txt"), lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void trainsIntoAZipThatCanBeQueried(String family) {
    Path zip = folder.resolve("model.zip");
    Run training =
        run("train", family, text.toString(), "-o", zip.toString(), "--dim", "10", "--epochs", "2");
    assertThat(training.code()).as(training.err()).isZero();
    assertThat(training.err()).contains("as Deeplearning4j zip");

    Path binary = folder.resolve("model.bin");
    assertThat(run("convert", zip.toString(), binary.toString()).code()).isZero();
    assertThat(neighbors(zip)).isEqualTo(neighbors(binary)).isNotEmpty();
    assertThat(run("info", zip.toString()).out()).contains("Deeplearning4j zip");
  }

  @Test
  void trainsWithDeeplearning4j() {
    Path model = folder.resolve("model.bin");
    Run training = trainWithEngine(model, "--dim", "10");
    assertThat(training.code()).as(training.err()).isZero();
    assertThat(training.err()).contains("100.0 %").contains("trained 5 epochs");
    assertThat(neighbors(model)).isNotEmpty();
  }

  @Test
  void refusesADeviceForDeeplearning4j() {
    Run training = trainWithEngine(folder.resolve("model.bin"), "--device", "cpu");
    assertThat(training.code()).isEqualTo(ExitCode.USAGE);
    assertThat(training.err()).contains("omit --device").hasLineCount(1);
  }

  @Test
  void refusesOtherZips() throws IOException {
    Path zip = folder.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("vectors.txt"));
      out.closeEntry();
    }
    Run run = run("info", zip.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).startsWith("wordvec: " + zip).hasLineCount(1);
  }

  @Test
  void cutsTextWithDeeplearning4jsTokenizers() throws IOException {
    Path raw = Files.writeString(folder.resolve("raw.txt"), "King, 12 queen!\nKING queen.\n");
    Path words = folder.resolve("words.txt");
    assertThat(vocabulary(raw, words, FACTORY).code()).isZero();
    assertThat(words).hasContent("12 1\nKING 1\nKing, 1\nqueen! 1\nqueen. 1\n");
    assertThat(vocabulary(raw, words, FACTORY + "+" + LETTERS).code()).isZero();
    assertThat(words).hasContent("king 2\nqueen 2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"class:no.such.Factory", "class:java.lang.String", "class:"})
  void refusesAnInvalidTokenizer(String tokenizer) {
    Run run = vocabulary(text, folder.resolve("words.txt"), tokenizer);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).hasLineCount(1);
  }

  /** Trains with Deeplearning4j's engine. */
  private Run trainWithEngine(Path model, String option, String value) {
    return run(
        "train",
        "word2vec",
        text.toString(),
        "-o",
        model.toString(),
        "--engine",
        "deeplearning4j",
        option,
        value);
  }

  private static Run vocabulary(Path text, Path words, String tokenizer) {
    return run(
        "vocab",
        text.toString(),
        "-o",
        words.toString(),
        "--min-count",
        "1",
        "--tokenizer",
        tokenizer);
  }

  private static String neighbors(Path model) {
    Run run = run("neighbors", model.toString(), "a0", "b3", "-k", "5");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream("".getBytes(UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false,
            Terminal.DEFAULT_COLUMNS);
    return new Run(Main.run(terminal, List.of(arguments)), out.toString(), err.toString());
  }
}
