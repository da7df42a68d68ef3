package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GloVe in one command and in stages. */
class GloVeTrainingTest {
  private static final int SENTENCES = 16_000;

  @TempDir private static Path shared;
  private static String corpus;

  @TempDir private Path folder;

  @BeforeAll
  static void writeWorld() throws IOException {
    Path text = shared.resolve("world.txt");
    Files.writeString(text, DemoCorpus.load().text(SENTENCES, 3));
    corpus = text.toString();
  }

  @Test
  void answersAKnownAnalogy() throws IOException {
    String report = file("report.json");
    CommandRun training =
        train(corpus, "-o", file("model.bin"), "--report", report, "--epochs", "25");
    assertThat(training).isEqualTo(new CommandRun(0, "", ""));
    CommandRun queen =
        CommandRun.of(
            "analogy", file("model.bin"), "king - man + woman", "-k", "3", "--format", "json");
    assertThat(queen.out()).contains("\"queen\"");
    Map<String, Object> document = JSON.std.mapFrom(Files.readString(Path.of(report)));
    assertThat(document)
        .containsKeys("tokens", "entries", "count_seconds", "epoch_seconds", "loss")
        .containsEntry("model", "glove");
  }

  @Test
  void stagesGiveWhatOneCommandGives() {
    String words = file("vocab.txt");
    String counts = file("counts");
    assertThat(CommandRun.of("vocab", corpus, "-o", words, "-q").code()).isZero();
    CommandRun counting =
        CommandRun.of(
            "cooccur", corpus, "-o", counts, "--vocabulary", words, "--window", "10", "-q");
    assertThat(counting).isEqualTo(new CommandRun(0, "", ""));
    String[] once = {corpus, "-o", file("once.bin"), "--threads", "1", "--epochs", "2"};
    assertThat(train(once).code()).isZero();
    CommandRun staged =
        CommandRun.of(
            "train",
            "glove",
            "--cooccurrences",
            counts,
            "--vocabulary",
            words,
            "-o",
            file("staged.bin"),
            "--window",
            "10",
            "--x-max",
            "10",
            "--dim",
            "30",
            "--threads",
            "1",
            "--epochs",
            "2",
            "-q");
    assertThat(staged).isEqualTo(new CommandRun(0, "", ""));
    assertThat(Path.of(file("staged.bin"))).hasSameBinaryContentAs(Path.of(file("once.bin")));
  }

  @Test
  void saysWhatIsWrongBeforeAnyWork() {
    assertUsage("give either CORPUS or --cooccurrences", "-o", file("x.bin"));
    assertUsage(
        "--cooccurrences needs --vocabulary", "--cooccurrences", corpus, "-o", file("x.bin"));
    assertUsage("exclude each other", corpus, "--symmetric", "--asymmetric", "-o", file("x.bin"));
    assertUsage("'4q' is no size", corpus, "--memory", "4q", "-o", file("x.bin"));
    assertUsage("x-max must be above 0", corpus, "--x-max", "0", "-o", file("x.bin"));
  }

  private static void assertUsage(String message, String... arguments) {
    CommandRun run = train(arguments);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static CommandRun train(String... arguments) {
    String[] usual = {"train", "glove", "--quiet"};
    String[] small = {"--dim", "30", "--window", "10", "--x-max", "10"};
    boolean usage = String.join(" ", arguments).contains("--x-max");
    return CommandRun.of(
        java.util.stream.Stream.of(usual, usage ? new String[0] : small, arguments)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }
}
