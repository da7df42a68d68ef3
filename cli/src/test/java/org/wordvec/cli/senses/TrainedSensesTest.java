package org.wordvec.cli.senses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.cli.CommandRun;

/** Commands on a model of a text in which "bank" stands among words m0, m1, … or r0, r1, … */
class TrainedSensesTest {
  private static final int WORDS = 60;
  private static final int LENGTH = 11;

  @TempDir private static Path folder;
  private static String text;
  private static String model;

  @BeforeAll
  static void train() throws IOException {
    Random random = new Random(3);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      String topic = i % 2 == 0 ? "m" : "r";
      for (int j = 0; j < LENGTH; j++) {
        lines.append(
            i % 200 < 2 && j == LENGTH / 2 ? "bank " : topic + random.nextInt(WORDS) + " ");
      }
      lines.append('\n');
    }
    text = folder.resolve("text.txt").toString();
    model = folder.resolve("senses.bin").toString();
    Files.writeString(Path.of(text), lines);
    CommandRun run = training(model, "--report", folder.resolve("report.json").toString());
    assertThat(run.err()).contains("1 word with several senses, 2 in all");
    assertThat(run.code()).isZero();
  }

  private static CommandRun training(String output, String... more) {
    String[] all = {
      "train", "senses", text, "-o", output, "--threads", "1", "--dim", "20", "--sample", "0"
    };
    String[] arguments = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void everySenseHasARowAndItsShare() throws IOException {
    CommandRun run = CommandRun.of("senses", model, "bank", "--format", "json");
    List<Map<String, Object>> senses = rows(run);
    assertThat(senses).extracting("sense").containsExactly("bank#1", "bank#2");
    assertThat(senses)
        .extracting("share")
        .allSatisfy(share -> assertThat((double) share).isBetween(0.4, 0.6));
    assertThat(senses)
        .extracting(sense -> sense.get("neighbors").toString().replaceAll("\\d", ""))
        .containsExactlyInAnyOrder(list("m"), list("r"));
    assertThat(CommandRun.of("senses", model, "bank#2").out())
        .isEqualTo(CommandRun.of("senses", model, "bank").out());
    assertOneLine(CommandRun.of("senses", model, "bank#9"), "but its senses: bank#1, bank#2");
    assertOneLine(
        CommandRun.of("senses", model, "bank", "--links", "3"),
        "--links has no effect on a model of 'train senses'");
    assertThat(CommandRun.of("neighbors", model, "bank#2").code()).isZero();
    assertThat(CommandRun.of("neighbors", model, "bank").err())
        .contains("no word \"bank\", but its senses: bank#1, bank#2");
  }

  private static String list(String word) {
    return String.join(", ", Collections.nCopies(10, word));
  }

  @Test
  void aContextDecidesAndProbabilitiesSumToOne() throws IOException {
    for (String topic : List.of("m", "r")) {
      CommandRun run =
          CommandRun.of(
              "senses",
              model,
              "bank",
              "--context",
              topic + "1 " + topic + "2 bank " + topic + "3",
              "--format",
              "json");
      List<Map<String, Object>> senses = rows(run);
      double sum = senses.stream().mapToDouble(row -> (double) row.get("probability")).sum();
      assertThat(sum).isCloseTo(1, offset(1e-9));
      assertThat(senses)
          .filteredOn(row -> (double) row.get("probability") > 0.9)
          .singleElement()
          .satisfies(row -> assertThat(row.get("neighbors").toString()).startsWith(topic));
    }
  }

  @Test
  void aTextGetsItsSenses() throws IOException {
    String lines = "m1 m2 bank m3\n\nr1 r2 bank r3\nm1 m2\n";
    CommandRun rows = CommandRun.withInput(lines, "disambiguate", model, "--format", "jsonl");
    List<Map<String, Object>> chosen =
        rows.lines().stream().map(TrainedSensesTest::object).toList();
    assertThat(chosen).extracting("sentence").containsExactly(1, 2);
    assertThat(chosen).extracting("place").containsExactly(3, 3);
    assertThat(chosen).extracting("sense").containsExactlyInAnyOrder("bank#1", "bank#2");
    assertThat(chosen)
        .allSatisfy(row -> assertThat((double) row.get("probability")).isBetween(0.9, 1.0));
    String tagged =
        CommandRun.withInput(lines, "disambiguate", model, "--tags").out().replaceAll("#.", "#");
    assertThat(tagged).isEqualTo("m1 m2 bank# m3\nr1 r2 bank# r3\nm1 m2\n");
    String json = "{\"t\":\"m1\u3000m2 BANK m3\",\"bank\":\"bank\"}\n";
    assertThat(
            CommandRun.withInput(
                    json, "disambiguate", model, "--json-field", "t", "--lowercase", "--tags")
                .out()
                .replaceAll("#.", "#"))
        .isEqualTo("m1 m2 bank# m3\n");
    CommandRun none = CommandRun.withInput("m1 m2\n", "disambiguate", model, "--tags");
    assertThat(none.out()).isEqualTo("m1 m2\n");
    assertThat(none.err()).contains("no word with several senses in 1 sentence");
    assertOneLine(
        CommandRun.withInput("bank\n", "disambiguate", model, "--format", "json"),
        "need --format tsv, csv or jsonl");
  }

  @Test
  void taggedContextsAreCompared() throws IOException {
    Path contexts = folder.resolve("contexts.tsv");
    StringBuilder table = new StringBuilder("word\tinstance\tsense\tleft\tright\n");
    for (int i = 0; i < 40; i++) {
      String topic = i % 2 == 0 ? "m" : "r";
      table.append("bank.n\t%d\t%s\t%s1 %s2\t%s3\n".formatted(i, topic, topic, topic, topic));
    }
    Files.writeString(contexts, table);
    CommandRun run =
        CommandRun.of(
            "senses",
            "evaluate",
            model,
            "--contexts",
            contexts.toString(),
            "--division",
            "senses",
            "--format",
            "tsv");
    assertThat(run.lines().getLast()).isEqualTo("1\t40\t1.0\t1.0\t1.0\t2.0\t2.0");
    Files.writeString(contexts, "word\tsense\tleft\nbank\tm\tm1\n");
    assertOneLine(
        CommandRun.of("senses", "evaluate", model, "--contexts", contexts.toString()),
        "no column 'right'");
  }

  @Test
  void pairsHaveTheUsualMeasures() throws IOException {
    Path pairs = folder.resolve("pairs.tsv");
    Files.writeString(pairs, "bank\tm1\t9\nbank\tr1\t8\nm1\tm2\t7\nm1\tr1\t1\n");
    CommandRun run =
        CommandRun.of("evaluate", model, "--pairs", pairs.toString(), "--format", "json");
    assertThat(rows(run))
        .extracting("measure")
        .containsExactly("main", "global", "maximum", "average");
    Files.writeString(pairs, "bank\tm1\t9\tm2 bank m3\tm1\nbank\tm1\t1\tr2 bank r3\tm1\n");
    CommandRun contexts =
        CommandRun.of(
            "evaluate",
            model,
            "--pairs",
            pairs.toString(),
            "--pairs-columns",
            "1,2,3",
            "--pairs-contexts",
            "4,5",
            "--format",
            "json");
    assertThat(rows(contexts).getLast())
        .containsEntry("measure", "context")
        .containsEntry("spearman", 1.0);
  }

  @Test
  void theReportIsThatOfAnyFamily() throws IOException {
    Map<String, Object> report = JSON.std.mapFrom(Files.readString(folder.resolve("report.json")));
    assertThat(report).containsEntry("model", "senses").containsEntry("epochs", 7);
    assertThat(report.get("configuration").toString())
        .contains("max_senses=5", "concentration=0.18", "min_sense_share=0.05", "epochs=5");
  }

  @Test
  void convertingKeepsTheSenses() throws IOException {
    String other = folder.resolve("other.vec").toString();
    assertThat(CommandRun.of("convert", model, other).code()).isZero();
    assertThat(CommandRun.of("senses", other, "bank").out())
        .isEqualTo(CommandRun.of("senses", model, "bank").out());
    assertThat(Files.readAllBytes(Path.of(other + ".senses")))
        .isEqualTo(Files.readAllBytes(Path.of(model + ".senses")));
  }

  @Test
  void aModelWithoutSensesIsToldInOneLine() throws IOException {
    String plain = folder.resolve("plain.bin").toString();
    Files.copy(Path.of(model), Path.of(plain), StandardCopyOption.REPLACE_EXISTING);
    String needed = "has no senses, since there is no plain.bin.senses";
    assertOneLine(CommandRun.withInput("bank\n", "disambiguate", plain), needed);
    assertOneLine(CommandRun.of("senses", plain, "m1", "--context", "m2"), needed);
    assertOneLine(CommandRun.of("senses", "evaluate", plain, "--pseudo-words", text), needed);
  }

  @Test
  void optionsThatCannotBeAreRefused() {
    String output = folder.resolve("refused.bin").toString();
    assertOneLine(training(output, "--device", "cuda"), "trained on the CPU");
    assertOneLine(training(output, "--objective", "hierarchical-softmax"), "negative sampling");
    assertOneLine(training(output, "--max-senses", "1"), "2 to 100, not 1");
    assertOneLine(training(output, "--concentration", "0"), "above 0 and at most 1");
    assertOneLine(training(output, "--min-sense-share", "0.6"), "0 to 0.5, not 0.6");
    assertOneLine(CommandRun.of("senses", "evaluate", model), "--pseudo-words CORPUS");
    assertThat(Path.of(output)).doesNotExist();
  }

  private static void assertOneLine(CommandRun run, String text) {
    assertThat(run.code()).isNotZero();
    assertThat(run.errorLines()).singleElement().asString().contains(text);
  }

  private static List<Map<String, Object>> rows(CommandRun run) throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    return JSON.std.listFrom(run.out()).stream().map(TrainedSensesTest::map).toList();
  }

  private static Map<String, Object> object(String line) {
    try {
      return JSON.std.mapFrom(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object row) {
    return (Map<String, Object>) row;
  }
}
