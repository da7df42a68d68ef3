package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.demo.DemoCorpus;
import org.wordvec.compute.training.Progress.Snapshot;
import org.wordvec.library.training.TrainingHistory;

class TrainingPageTest {
  @TempDir private Path folder;
  private String corpus;

  @BeforeEach
  void writeCorpus() throws IOException {
    String text =
        DemoCorpus.load().text(2_000, 3) + "<img/src=x/onerror=alert(1)> king\n".repeat(900);
    corpus = Files.writeString(folder.resolve("text.txt"), text).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void everyFamilyWritesAPage(String family) throws IOException {
    Path report = folder.resolve("run.html");
    Path questions =
        Files.writeString(folder.resolve("questions.txt"), ": royal\nman king woman queen\n");
    CommandRun run =
        CommandRun.of(
            "train",
            family,
            corpus,
            "-o",
            folder.resolve("model.vec").toString(),
            "--report",
            report.toString(),
            "--report-analogies",
            questions.toString(),
            "--dim",
            "8",
            "--epochs",
            "3",
            "--device",
            "cpu",
            "-q");
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    String page = Files.readString(report);
    assertThat(page)
        .contains("<h1>Training of " + family + "</h1>")
        .contains(
            "words in the vocabulary", "Learning rate", "per second", "Loss, mean of the epoch")
        .contains(
            "<h2>Nearest neighbours</h2>", "<h2>Settings</h2>", "<td>min count</td><td>5</td>")
        .contains("<td>royal</td><td>semantic</td>")
        .contains("default-src 'none'")
        .doesNotContain("<script", "<img", "http://", "https://", "NaN");
    assertThat(page.split("<td class=\"number\">[123]</td><td class=\"number\">\\d+\\.\\d{4}", -1))
        .as("a loss for each of three epochs")
        .hasSize(4);
  }

  @Test
  void otherNamesAreJsonWithTheScoreOfTheAnalogies() throws IOException {
    Path report = folder.resolve("run.json");
    String questions =
        Files.writeString(folder.resolve("questions.txt"), ": royal\nman king woman queen\n")
            .toString();
    CommandRun run = train("--report", report.toString(), "--report-analogies", questions);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(JSON.std.mapFrom(Files.readString(report)).get("analogies").toString())
        .contains("seen=1", "total=1", "percent=");
  }

  @Test
  void questionsAreCheckedBeforeTraining() throws IOException {
    String report = folder.resolve("run.html").toString();
    String missing = folder.resolve("missing.txt").toString();
    CommandRun run = train("--report", report, "--report-analogies", missing);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("missing.txt");
    assertThat(folder.resolve("model.vec")).doesNotExist();
    CommandRun alone = train("--report-analogies", corpus);
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("--report-analogies needs --report FILE");
    CommandRun overwriting = train("--report", corpus, "--report-analogies", corpus);
    assertThat(overwriting.code()).isEqualTo(2);
    assertThat(overwriting.err()).contains("would be overwritten");
  }

  @Test
  void aHistoryIsBoundedAndKeepsTheEnds() {
    TrainingHistory history = new TrainingHistory();
    for (int i = 0; i < 100_003; i++) {
      history.add(snapshot(i));
    }
    List<Snapshot> snapshots = history.snapshots();
    assertThat(snapshots).hasSizeBetween(TrainingHistory.MOST / 2, TrainingHistory.MOST);
    assertThat(snapshots.getLast().done()).isEqualTo(100_002);
    assertThat(snapshots.getFirst().done()).isLessThan(1000);
    for (int i = 1; i < snapshots.size(); i++) {
      assertThat(snapshots.get(i).done() - snapshots.get(i - 1).done()).isBetween(1L, 512L);
    }
    history.add(snapshot(3));
    assertThat(history.snapshots()).as("a run that begins again").containsExactly(snapshot(3));
  }

  private CommandRun train(String... further) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("train", "word2vec", corpus, "-o", folder.resolve("model.vec").toString()));
    arguments.addAll(List.of("--dim", "8", "--epochs", "1", "--device", "cpu", "-q"));
    arguments.addAll(List.of(further));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static Snapshot snapshot(int number) {
    return new Snapshot(1, 1, number, 200_000, 0.1 * number, 0.05, 2.5);
  }
}
