package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.demo.DemoCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.library.training.TrainingPipeline;

/** Validates reports of all families against the library's schema. */
class ReportSchemaTest {
  private static final String SCHEMA = "/META-INF/wordvec/report.schema.json";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word2vec",
        "word2vec --objective hierarchical-softmax",
        "word2vec --architecture cbow --phrases",
        "fasttext --buckets 1000",
        "glove"
      })
  void everyFamilyWritesOneSchema(String command) throws IOException {
    assertThat(problems(report(command.split(" ", -1)))).isEmpty();
  }

  @Test
  void reportsMayHaveCheckpointsAndScores() throws IOException {
    Path questions = folder.resolve("questions.txt");
    Files.writeString(questions, ": royal\nking man queen woman\nno such word here\n");
    String report =
        report(
            "word2vec",
            "--checkpoint",
            folder.resolve("saved").toString(),
            "--checkpoint-every",
            "1epoch",
            "--report-analogies",
            questions.toString());
    assertThat(problems(report)).isEmpty();
    assertThat(report).contains("\"checkpoints\"", "\"analogies\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "fasttext", "glove"})
  void reportsMayHaveGpus(String model) throws IOException {
    try (EmulatedGpu _ = EmulatedGpu.plug()) {
      String report = report(model, "--device", "cuda");
      assertThat(problems(report)).isEmpty();
      assertThat(report).contains("\"gpu\"");
    }
  }

  @Test
  void countsInAFileExcludeTextOptions() throws IOException {
    Path counts = folder.resolve("counts");
    Path words = folder.resolve("words.txt");
    String text = text().toString();
    CommandRun counted =
        CommandRun.of(
            "cooccur", text, "-o", counts.toString(), "--save-vocabulary", words.toString());
    assertThat(counted.code()).as(counted.err()).isZero();
    String report =
        trained("glove", "--cooccurrences", counts.toString(), "--vocabulary", words.toString());
    assertThat(problems(report)).isEmpty();
    assertThat(report).contains("\"cooccurrences\"").doesNotContain("\"tokens\"", "\"window\"");
  }

  @Test
  void anotherKeyIsFound() throws IOException {
    String report = report("word2vec");
    assertThat(problems(report.replace("\"rate\"", "\"words_per_second\""))).isNotEmpty();
    assertThat(problems(report.replace("\"losses\"", "\"loss\""))).isNotEmpty();
  }

  private String report(String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add(1, text().toString());
    return trained(arguments.toArray(String[]::new));
  }

  private String trained(String... command) throws IOException {
    Path report = folder.resolve("report.json");
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(List.of(command));
    arguments.addAll(
        List.of("-o", folder.resolve("model.vec").toString(), "--report", report.toString()));
    arguments.addAll(List.of("--dim", "8", "--epochs", "2", "--threads", "1", "-q"));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return Files.readString(report);
  }

  private Path text() throws IOException {
    Path text = folder.resolve("text.txt");
    Files.writeString(text, DemoCorpus.load().text(400, 3));
    return text;
  }

  private static List<String> problems(String report) throws IOException {
    try (InputStream schema = TrainingPipeline.class.getResourceAsStream(SCHEMA)) {
      Schema rules =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
      return rules.validate(report, InputFormat.JSON).stream().map(Object::toString).toList();
    }
  }
}
