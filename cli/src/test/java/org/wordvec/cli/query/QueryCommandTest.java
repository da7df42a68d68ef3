package org.wordvec.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;

class QueryCommandTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.write(folder.resolve("tiny.bin")).toString();
  }

  @Test
  void neighborsAsTableAreAligned() {
    CommandRun run = CommandRun.of("neighbors", model, "king", "-k", "2");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().getFirst()).isEqualTo("query  rank  word    cosine");
    assertThat(run.lines().get(1)).startsWith("king      1  ");
  }

  @Test
  void neighborsOfSeveralWordsComeInTheirOrder() throws IOException {
    CommandRun run =
        CommandRun.of("neighbors", model, "king", "woman", "-k", "3", "--format", "csv");
    List<CSVRecord> rows = csv(run.out(), CSVFormat.DEFAULT);
    assertThat(rows).hasSize(6);
    assertThat(rows).extracting(row -> row.get("query")).startsWith("king").endsWith("woman");
    assertThat(rows.getFirst().get("word")).isEqualTo("prince");
    assertThat(Double.parseDouble(rows.getFirst().get("cosine"))).isBetween(0.8, 1.0);
  }

  @Test
  void csvQuotesWordsWithCommas() throws IOException {
    CommandRun run = CommandRun.of("neighbors", model, "東京", "-k", "9", "--format", "csv");
    assertThat(run.out()).contains("\"ice,cream\"");
    assertThat(csv(run.out(), CSVFormat.DEFAULT)).hasSize(TinyModel.size() - 1);
  }

  @Test
  void tsvHasAHeaderAndTabs() throws IOException {
    CommandRun run = CommandRun.of("similarity", model, "king", "queen", "--format", "tsv");
    List<CSVRecord> rows = csv(run.out(), CSVFormat.TDF);
    assertThat(rows).singleElement().extracting(row -> row.get("a")).isEqualTo("king");
    assertThat(run.lines().getFirst()).isEqualTo("a\tb\tcosine");
  }

  @Test
  void jsonIsAnArrayWithAnObjectEachRow() throws IOException {
    CommandRun run = CommandRun.of("neighbors", model, "king", "-k", "2", "--format", "json");
    List<Map<String, Object>> rows =
        JSON.std.listFrom(run.out()).stream().map(QueryCommandTest::entries).toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).containsEntry("query", "king").containsEntry("rank", 1);
    assertThat(rows.getFirst().get("cosine")).isInstanceOf(Double.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "tsv", "csv", "json"})
  void everyCommandKnowsEveryFormat(String format) {
    String pairs = write("pairs.txt", "king queen 9\nman woman 8\nking 東京 1\nking nobody 3\n");
    String questions = write("questions.txt", ": royal\nman king woman queen\n");
    String copy = folder.resolve("copy.txt").toString();
    List<List<String>> commands =
        List.of(
            List.of("neighbors", model, "king"),
            List.of("analogy", model, "king - man + woman"),
            List.of("analogy", model, "man", "king", "woman"),
            List.of("similarity", model, "king", "queen"),
            List.of("info", model),
            List.of("convert", model, copy),
            List.of("evaluate", model, "--analogies", questions, "--pairs", pairs));
    for (List<String> command : commands) {
      List<String> whole = new ArrayList<>(command);
      whole.addAll(List.of("--format", format));
      CommandRun run = CommandRun.of(whole.toArray(String[]::new));
      assertThat(run.code()).as("%s: %s", whole, run.err()).isZero();
      assertThat(run.out()).as("%s", whole).isNotBlank().doesNotContain("\u001b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3cosadd", "3cosmul"})
  void bothMethodsAnswerKingMinusManPlusWoman(String method) throws IOException {
    CommandRun sum =
        CommandRun.of(
            "analogy", model, "king - man + woman", "--method", method, "--format", "csv");
    CommandRun three =
        CommandRun.of(
            "analogy", model, "man", "king", "woman", "--method", method, "--format", "csv");
    assertThat(csv(sum.out(), CSVFormat.DEFAULT).getFirst().get("word")).isEqualTo("queen");
    assertThat(csv(three.out(), CSVFormat.DEFAULT).getFirst().get("word")).isEqualTo("queen");
    assertThat(csv(three.out(), CSVFormat.DEFAULT).getFirst().get("question"))
        .isEqualTo("man : king = woman : ?");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    CommandRun run = CommandRun.of("similarity", model, "東京", "king");
    assertThat(run.lines().getFirst()).isEqualTo("a     b     cosine");
    assertThat(run.lines().get(1)).startsWith("東京  king  ");
  }

  @Test
  void infoSaysFormatAndSize() throws IOException {
    CSVRecord row =
        csv(CommandRun.of("info", model, "--format", "csv").out(), CSVFormat.DEFAULT).getFirst();
    assertThat(row.get("format")).isEqualTo("word2vec binary");
    assertThat(row.get("words")).isEqualTo("" + TinyModel.size());
    assertThat(row.get("dimensions")).isEqualTo("4");
    assertThat(row.get("bytes")).isEqualTo("" + folder.resolve("tiny.bin").toFile().length());
    assertThat(row.get("first_word")).isEqualTo("man");
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy.txt", "copy.vec", "copy.bin", "copy.glove"})
  void convertKeepsEveryVector(String name) throws IOException {
    Path copy = folder.resolve(name);
    Path back = folder.resolve("back.bin");
    assertThat(CommandRun.of("convert", model, copy.toString()).code()).isZero();
    assertThat(CommandRun.of("convert", copy.toString(), back.toString()).code()).isZero();
    assertThat(back).hasSameBinaryContentAs(Path.of(model));
  }

  @Test
  void evaluateTellsSectionsKindsAndTotals() throws IOException {
    String questions =
        write(
            "questions.txt",
            """
            : family
            man king woman queen
            man prince woman nobody
            : gram1-young
            king prince queen princess
            """);
    CommandRun run = CommandRun.of("evaluate", model, "--analogies", questions, "--format", "csv");
    List<CSVRecord> rows = csv(run.out(), CSVFormat.DEFAULT);
    assertThat(rows)
        .extracting(row -> row.get("section"))
        .containsExactly("family", "gram1-young", "all semantic", "all syntactic", "all");
    assertThat(rows.getFirst().get("correct")).isEqualTo("1");
    assertThat(rows.getFirst().get("seen")).isEqualTo("1");
    assertThat(rows.getFirst().get("total")).isEqualTo("2");
    assertThat(rows.getLast().get("percent")).isEqualTo("100.0");
    assertThat(run.err()).contains("3cosadd", "30,000", "compute-accuracy");
  }

  @Test
  void questionsUnderNoNameAreNeitherSemanticNorSyntactic() throws IOException {
    String questions = write("msr.txt", "# from MSR\nman king woman queen\n");
    CommandRun run = CommandRun.of("evaluate", model, "--analogies", questions, "--format", "csv");
    assertThat(csv(run.out(), CSVFormat.DEFAULT))
        .extracting(row -> row.get("section") + " " + row.get("kind") + " " + row.get("total"))
        .containsExactly(
            "msr other 1", "all semantic semantic 0", "all syntactic syntactic 0", "all all 1");
    assertThat(run.err()).contains("msr.txt: skipped as comments: 1 line beginning with #\n");
  }

  @Test
  void evaluateTellsUsedAndSkippedPairs() throws IOException {
    String pairs = write("pairs.txt", "king queen 9\nman woman 8\nking 東京 1\nking nobody 3\n");
    CommandRun run = CommandRun.of("evaluate", model, "--pairs", pairs, "--format", "csv");
    CSVRecord row = csv(run.out(), CSVFormat.DEFAULT).getFirst();
    assertThat(row.get("used")).isEqualTo("3");
    assertThat(row.get("skipped")).isEqualTo("1");
    assertThat(Double.parseDouble(row.get("spearman"))).isPositive();
  }

  @Test
  void evaluateWithBothNamesThemInJson() throws IOException {
    String pairs = write("pairs.txt", "king queen 9\nman woman 8\nking 東京 1\n");
    String questions = write("questions.txt", ": royal\nman king woman queen\n");
    CommandRun run =
        CommandRun.of(
            "evaluate", model, "--analogies", questions, "--pairs", pairs, "--format", "json");
    Map<String, Object> parts = JSON.std.mapFrom(run.out());
    assertThat(parts).containsOnlyKeys("analogies", "pairs");
  }

  @Test
  void figuresThatDoNotExistAreNullInJson() {
    String questions = write("questions.txt", ": royal\nman king woman nobody\n");
    CommandRun run = CommandRun.of("evaluate", model, "--analogies", questions, "--format", "json");
    assertThat(run.out()).contains("\"percent\" : null").doesNotContain("NaN");
  }

  @Test
  void anAtSignIsAWordAndNoFileOfArguments() {
    CommandRun run = CommandRun.of("neighbors", model, "@king");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no word \"@king\"");
  }

  private String write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CSVRecord> csv(String text, CSVFormat format) throws IOException {
    return format
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }

  @SuppressWarnings("unchecked") // JSON's keys are strings
  private static Map<String, Object> entries(Object row) {
    return (Map<String, Object>) row;
  }
}
