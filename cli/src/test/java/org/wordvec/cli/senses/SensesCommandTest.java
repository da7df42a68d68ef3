package org.wordvec.cli.senses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.cli.CommandRun;

class SensesCommandTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("27 5\njava 1 1 0 0 1\n");
    for (int i = 0; i < 12; i++) {
      text.append(row("code" + i, random, 1, 0, 0, 0, 1));
    }
    for (int i = 0; i < 8; i++) {
      text.append(row("island" + i, random, 0, 1, 0, 0, 1));
    }
    for (int i = 0; i < 6; i++) {
      text.append(row("far" + i, random, 0, 0, 1, 0, -1));
    }
    model = Files.writeString(folder.resolve("java.vec"), text).toString();
  }

  @Test
  void eachGroupHasALabelAShareAndItsWords() {
    CommandRun run =
        CommandRun.of("senses", model, "java", "-k", "20", "--links", "11", "--words", "3");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().getFirst()).matches("sense +label +share +size +words");
    assertThat(run.lines().get(1)).matches(" +1 +code\\d+, code\\d+ +0.60 +12 +(code\\d+(, )?){3}");
    assertThat(run.lines().get(2))
        .matches(" +2 +island\\d+, island\\d+ +0.40 +8 +(island\\d+(, )?){3}");
  }

  @Test
  void aCorpusShowsEachSenseInUse() throws IOException {
    Path corpus = folder.resolve("text.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(corpus))) {
      gzip.write(
          "code1 code2 Java, code3 code4\nisland1 island2 java island3 island4\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    CommandRun run =
        CommandRun.of(
            "senses",
            model,
            "java",
            "-k",
            "20",
            "--links",
            "11",
            "--corpus",
            corpus.toString(),
            "--format",
            "json");
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Object> parts = JSON.std.mapFrom(run.out());
    assertThat(parts).containsOnlyKeys("senses", "passages");
    assertThat(parts.get("passages").toString())
        .contains("passage=code1 code2 Java, code3 code4", "passage=island1 island2 java")
        .contains("line=1", "line=2");
    assertThat(parts.get("senses").toString()).contains("occurrences=1");
  }

  @Test
  void topRestrictsTheGroupedWords() {
    CommandRun run =
        CommandRun.of("senses", model, "java", "-k", "20", "--links", "11", "--top", "13");
    assertThat(run.out()).contains("code").doesNotContain("island");
  }

  @Test
  void everyFormatIsDetectedAndResultsAreReproducible() {
    for (String format : new String[] {"table", "tsv", "csv", "json"}) {
      CommandRun run = CommandRun.of("senses", model, "java", "--format", format);
      assertThat(run.code()).isZero();
      assertThat(CommandRun.of("senses", model, "java", "--format", format)).isEqualTo(run);
    }
  }

  @Test
  void errorsAreOneLine() {
    assertLine(1, "no word \"jaav\"; did you mean java", "senses", model, "jaav");
    assertLine(1, "no such file", "senses", model, "java", "--corpus", model + "x");
    assertLine(2, "1 or more", "senses", model, "java", "-k", "0");
    assertLine(2, "--words", "senses", model, "java", "--words", "0");
    assertLine(2, "--examples", "senses", model, "java", "--examples", "0");
  }

  private static void assertLine(int code, String part, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.errorLines()).singleElement().asString().contains(part);
  }

  private static String row(String word, Random random, double... centre) {
    StringBuilder row = new StringBuilder(word);
    for (double value : centre) {
      row.append(' ').append((float) (value + 0.1 * random.nextGaussian()));
    }
    return row.append('\n').toString();
  }
}
