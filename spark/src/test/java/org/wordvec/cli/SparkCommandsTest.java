package org.wordvec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      assertThat(Files.readString(folder.resolve(family + ".json")))
          .contains("\"engine\"", "\"spark\"", "\"loss\"", "\"configuration\"");
    }
  }

  @Test
  void whatDoesNotFitIsSaidInOneLine() {
    assertThat(run("train", "word2vec", text, "-o", path("v.bin"), "--shards", "2").err())
        .startsWith("wordvec: --parquet-column, --shards, --round-size and --round-folder need");
    assertThat(run("vocab", text, "--engine", "spork").err()).contains("'spork' is none of");
    Run phrases = run("train", "glove", text, "-o", path("v.bin"), "--phrases", ENGINE);
    assertThat(phrases.code()).isEqualTo(ExitCode.USAGE);
    assertThat(phrases.err()).contains("phrases are joined on one machine alone");
    Run none = run("vocab", path("none"), ENGINE);
    assertThat(none.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(none.err()).endsWith("none: no such file or folder\n");
  }
}
