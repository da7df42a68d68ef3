package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.demo.DemoCorpus;

/** FastText from text to answers, through the command line alone. */
class FastTextTrainingTest {
  @TempDir private static Path folder;
  private static String corpus;
  private static String model;

  @BeforeAll
  static void train() throws IOException {
    Path text = folder.resolve("world.txt");
    Files.writeString(text, DemoCorpus.load().text(8_000, 3));
    corpus = text.toString();
    model = folder.resolve("model.bin").toString();
    CommandRun run =
        quick("-o", model, "--threads", "2", "--report", folder.resolve("report.json").toString());
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void misspeltWordsAreComposedAndSayingSo() throws IOException {
    CommandRun run = CommandRun.of("neighbors", model, "princcess", "king", "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(run.errorLines())
        .containsExactly("wordvec: not in the vocabulary, composed of n-grams: princcess");
    List<Map<String, Object>> rows = rows(run);
    assertThat(rows).hasSize(20);
    assertThat(rows.getFirst()).containsEntry("word", "princess").containsEntry("composed", true);
    assertThat(rows.getLast()).containsEntry("query", "king").containsEntry("composed", false);
  }

  @Test
  void analogyAndSimilarityTakeUnseenWords() throws IOException {
    CommandRun analogy =
        CommandRun.of("analogy", model, "princcess - woman + man", "--format", "json");
    assertThat(analogy.err()).contains("composed of n-grams: princcess");
    assertThat(rows(analogy).getFirst()).containsEntry("composed", true);
    CommandRun similarity =
        CommandRun.of("similarity", model, "princcess", "princess", "--format", "json");
    assertThat(rows(similarity).getFirst()).containsEntry("composed", true);
    assertThat((Double) rows(similarity).getFirst().get("cosine")).isGreaterThan(0.6);
    CommandRun known = CommandRun.of("similarity", model, "king", "queen", "--format", "json");
    assertThat(known.err()).isEmpty();
    assertThat(rows(known).getFirst()).containsEntry("composed", false);
  }

  @Test
  void vectorsPrintsALineForEachWord() {
    CommandRun run = CommandRun.withInput("king princcess\nqueen\n", "vectors", model);
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines()).extracting(line -> line.split(" ", -1).length).containsOnly(21);
    assertThat(run.lines().get(1)).startsWith("princcess ");
    assertThat(run.errorLines())
        .containsExactly("wordvec: 1 word not in the vocabulary; composed of n-grams");
  }

  @Test
  void vectorsOfAPlainModelNamesWhatItLacks() throws IOException {
    Path plain = TinyModel.write(folder.resolve("plain.bin"));
    CommandRun run = CommandRun.withInput("king kong queen", "vectors", plain.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.errorLines()).containsExactly("wordvec: " + plain + ": no word \"kong\"");
  }

  @Test
  void subwordsShowsTheParts() throws IOException {
    CommandRun run = CommandRun.of("subwords", model, "king", "--format", "json");
    List<Map<String, Object>> rows = rows(run);
    assertThat(rows).extracting(row -> row.get("part")).startsWith("king", "<ki", "<kin");
    assertThat(rows.stream().mapToDouble(row -> (Double) row.get("percent")).sum())
        .isCloseTo(100, org.assertj.core.api.Assertions.within(1e-3));
    CommandRun plain =
        CommandRun.of("subwords", TinyModel.write(folder.resolve("plain.txt")).toString(), "king");
    assertThat(plain.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(plain.err()).contains("word2vec text, which has no subwords");
  }

  @Test
  void theReportHoldsTheNgrams() throws IOException {
    Map<String, Object> report = JSON.std.mapFrom(Files.readString(folder.resolve("report.json")));
    assertThat(report).containsEntry("model", "fasttext").containsEntry("threads", 2);
    assertThat(report.get("configuration").toString())
        .contains("min_n=3", "max_n=6", "buckets=20000", "noise_exponent=0.5");
  }

  @Test
  void wordVectorsAndPretrainedOnes() {
    String words = folder.resolve("words.vec").toString();
    assertThat(CommandRun.of("convert", model, words).code()).isZero();
    String next = folder.resolve("next.glove").toString();
    CommandRun run = quick("-o", next, "--pretrained", words, "--epochs", "1");
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("info", next).out()).contains("GloVe text");
    assertThat(CommandRun.of("info", model).out()).contains("fastText binary");
    CommandRun wrong = quick("-o", next, "--pretrained", words, "--dim", "7");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("20 dimensions, the model 7");
  }

  @Test
  void settingsThatMakeNoSenseAreRefusedFirst() {
    assertThat(quick("-o", model, "--min-n", "7").code()).isEqualTo(ExitCode.USAGE);
    assertThat(quick("-o", model, "--buckets", "0").err()).contains("buckets must be 1");
  }

  private static CommandRun quick(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("train", "fasttext", corpus, "--quiet", "--sample", "1e-3"));
    List<String> given = List.of(more);
    for (List<String> preset :
        List.of(List.of("--dim", "20"), List.of("--epochs", "5"), List.of("--buckets", "20000"))) {
      if (!given.contains(preset.getFirst())) {
        arguments.addAll(preset);
      }
    }
    arguments.addAll(given);
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static List<Map<String, Object>> rows(CommandRun run) throws IOException {
    return JSON.std.listFrom(run.out()).stream().map(FastTextTrainingTest::entries).toList();
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys.
  private static Map<String, Object> entries(Object object) {
    return (Map<String, Object>) object;
  }
}
