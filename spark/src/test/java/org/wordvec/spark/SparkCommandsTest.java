package org.wordvec.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.cli.Main;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.training.TrainingPipeline;

/** The commands as a user meets them, with Spark in this process. */
class SparkCommandsTest {
  private static final String ENGINE = "--engine=spark=local[2]";

  @TempDir Path folder;
  private String text;

  @BeforeEach
  void write() throws Exception {
    System.setProperty("spark.wordvec.partBytes", "30000");
    Random random = new Random(5);
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < 3_000; line++) {
      for (int i = 0; i < 9; i++) {
        lines.append('w').append((int) Math.pow(300, random.nextDouble())).append(' ');
      }
      lines.append('\n');
    }
    text = Files.writeString(folder.resolve("text.txt"), lines, UTF_8).toString();
  }

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false,
            Terminal.DEFAULT_COLUMNS);
    return new Run(Main.run(terminal, List.of(arguments)), out.toString(), err.toString());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void countsAreThoseOfOneMachine() throws Exception {
    Run local = run("vocab", text, "-o", path("local"));
    Run spark = run("vocab", text, "-o", path("spark"), ENGINE);
    assertThat(spark.code()).as(spark.err()).isZero();
    assertThat(spark.out()).isEqualTo(local.out());
    assertThat(folder.resolve("spark")).hasSameBinaryContentAs(folder.resolve("local"));
    run("cooccur", text, "-o", path("pairs"), "--no-distance-weighting", "-q");
    Run pairs = run("cooccur", text, "-o", path("spread"), "--no-distance-weighting", "-q", ENGINE);
    assertThat(pairs.code()).as(pairs.err()).isZero();
    // Counts without weights are whole numbers, whose sums do not depend on their order.
    assertThat(folder.resolve("spread")).hasSameBinaryContentAs(folder.resolve("pairs"));
  }

  @Test
  void everyFamilyIsTrainedAndReported() throws Exception {
    for (String family : List.of("word2vec", "fasttext", "glove")) {
      Run run =
          run(
              "train",
              family,
              text,
              "-o",
              path(family + ".vec"),
              "--dim=8",
              "--epochs=2",
              "--report=" + path(family + ".json"),
              ENGINE);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.err()).contains("trained 2 epochs").contains("moved ");
      assertThat(Files.readAllLines(folder.resolve(family + ".vec")).getFirst()).endsWith(" 8");
      assertSchema(JSON.std.mapFrom(Files.readString(folder.resolve(family + ".json"))));
    }
  }

  /** The keys are those of every report; their values are checked with other engines. */
  private static void assertSchema(Map<String, Object> report) throws IOException {
    try (InputStream stream =
        TrainingPipeline.class.getResourceAsStream("/META-INF/wordvec/report.schema.json")) {
      Map<String, Object> schema = JSON.std.mapFrom(stream);
      assertThat(report).containsEntry("engine", "spark");
      assertThat(((Map<?, ?>) schema.get("properties")).keySet().containsAll(report.keySet()))
          .as("%s", report.keySet())
          .isTrue();
      assertThat(report.keySet().containsAll((List<?>) schema.get("required")))
          .as("%s", report.keySet())
          .isTrue();
    }
  }

  @Test
  void unusableOptionsAreReportedInOneLine() {
    assertThat(run("train", "word2vec", text, "-o", path("v.bin"), "--shards", "2").err())
        .startsWith("wordvec: --parquet-column, --shards, --round-size and --round-folder need");
    assertThat(run("vocab", text, "--engine", "spork").err()).contains("'spork' is not one of");
    Run phrases = run("train", "glove", text, "-o", path("v.bin"), "--phrases", ENGINE);
    assertThat(phrases.code()).isEqualTo(ExitCode.USAGE);
    assertThat(phrases.err()).contains("clusters cannot join phrases");
    Run none = run("vocab", path("none"), ENGINE);
    assertThat(none.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(none.err()).endsWith("none: no such file or folder\n");
  }

  @Test
  void invalidClusterNamesAreUsageErrorsWithExamples() {
    for (String name : List.of("nonsense", "local[x]", "local[0]", "spark://nonsense")) {
      Run run = run("vocab", text, "--engine=spark=" + name);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith("wordvec: --engine spark=" + name + ": not the name of a cluster")
          .contains("local[4]", "spark://HOST:PORT");
    }
  }

  @Test
  void storedRoundsOfAnotherTextAreRefused() throws Exception {
    assertThat(train(text, "first.vec").code()).isZero();
    Run again = train(text, "again.vec");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(folder.resolve("again.vec")).hasSameBinaryContentAs(folder.resolve("first.vec"));
    List<String> words = new ArrayList<>(List.of(Files.readString(Path.of(text)).split(" ")));
    int first = words.indexOf("w5");
    int second = words.indexOf("w6");
    words.set(first, "w6");
    words.set(second, "w5");
    Files.writeString(Path.of(text), String.join(" ", words));
    Run swapped = train(text, "swapped.vec");
    assertThat(swapped.code()).as(swapped.err()).isEqualTo(ExitCode.USAGE);
    assertThat(swapped.err().lines().toList().getLast())
        .startsWith("wordvec: cannot resume: corpus text: ")
        .contains("give the text that they were trained on, or another --round-folder");
    assertThat(folder.resolve("swapped.vec")).doesNotExist();
  }

  @Test
  void aDamagedRoundFallsBackToThePreviousOneAndTwoAreRefused() throws Exception {
    assertThat(train(text, "first.vec").code()).isZero();
    List<Path> rounds = rounds();
    assertThat(rounds).hasSize(2);
    damage(rounds.getLast().resolve("matrix-1-00000"));
    Run older = train(text, "older.vec");
    assertThat(older.code()).as(older.err()).isZero();
    assertThat(older.err())
        .contains("matrix-1-00000: is damaged")
        .contains("resuming from round " + number(rounds.getFirst()) + " instead");
    assertThat(folder.resolve("older.vec")).hasSameBinaryContentAs(folder.resolve("first.vec"));
    assertThat(rounds()).isEqualTo(rounds);
    damage(rounds.getFirst().resolve("state.properties"));
    damage(rounds.getLast().resolve("matrix-0-00000"));
    Run none = train(text, "none.vec");
    assertThat(none.code()).as(none.err()).isEqualTo(ExitCode.FAILURE);
    assertThat(none.err().lines().toList().getLast())
        .contains("matrix-0-00000: is damaged", "the round before it is damaged too", "remove ")
        .endsWith(path("rounds"));
  }

  private Run train(String corpus, String output) {
    return run(
        "train",
        "word2vec",
        corpus,
        "-o",
        path(output),
        "--dim=8",
        "--epochs=20",
        "--shards=2",
        "--round-size=1",
        "--round-folder=" + path("rounds"),
        ENGINE);
  }

  /** Returns the folders of the stored rounds, the oldest first. */
  private List<Path> rounds() throws Exception {
    try (Stream<Path> children = Files.list(folder.resolve("rounds"))) {
      return children.sorted().toList();
    }
  }

  private static int number(Path round) {
    return Integer.parseInt(round.getFileName().toString().replace("round-", ""));
  }

  /** Changes a byte and removes Hadoop's own checksum. */
  private static void damage(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }
}
