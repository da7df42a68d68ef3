package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.demo.DemoCorpus;
import org.wordvec.compute.training.CheckpointFolder;

/** Trainings that are interrupted, go on, or are refused to. */
@Timeout(300)
class CheckpointCommandTest {
  @TempDir private Path folder;
  private Path corpus = Path.of("");

  @BeforeEach
  void writeWorld() throws IOException {
    corpus = folder.resolve("world.txt");
    Files.writeString(corpus, DemoCorpus.load().text(4_000, 3));
  }

  private List<String> training(String model, String output, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("train", model, corpus.toString(), "-o", path(output)));
    arguments.addAll(List.of("--threads", "1", "--device", "cpu", "--dim", "30"));
    if (model.equals("fasttext")) {
      arguments.addAll(List.of("--buckets", "500"));
    }
    arguments.addAll(Arrays.asList(more));
    return arguments;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static CommandRun run(List<String> arguments) {
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  /** Runs a training until it has left some checkpoints, and interrupts it. */
  private CommandRun interrupted(List<String> arguments, int checkpoints)
      throws IOException, InterruptedException {
    AtomicReference<Thread> worker = new AtomicReference<>();
    CompletableFuture<CommandRun> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              worker.set(Thread.currentThread());
              result.complete(run(arguments));
            });
    thread.start();
    while (!result.isDone()
        && CheckpointFolder.generations(folder.resolve("saved")).size() < checkpoints) {
      Thread.sleep(5);
    }
    thread.interrupt();
    thread.join();
    return result.join();
  }

  @ParameterizedTest
  @CsvSource({"word2vec, 60", "fasttext, 40", "glove, 150"})
  void anInterruptedTrainingGoesOnAndEndsTheSame(String model, String epochs)
      throws IOException, InterruptedException {
    assertThat(run(training(model, "whole.bin", "--epochs", epochs, "-q")).code()).isZero();
    List<String> cut =
        training(
            model,
            "cut.bin",
            "--epochs",
            epochs,
            "--checkpoint",
            path("saved"),
            "--checkpoint-every",
            "1epoch");
    CommandRun stopped = interrupted(cut, 2);
    assertThat(stopped.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(stopped.errorLines())
        .contains("wordvec: resume with: wordvec train --resume " + path("saved"));
    damageNewest();
    CommandRun resumed = CommandRun.of("train", "--resume", path("saved"));
    assertThat(resumed.err()).contains("resuming from an older checkpoint", "resuming from");
    assertThat(resumed.code()).isZero();
    assertThat(folder.resolve("cut.bin")).hasSameBinaryContentAs(folder.resolve("whole.bin"));
    assertThat(CheckpointFolder.generations(folder.resolve("saved"))).isEmpty();
    CommandRun again = CommandRun.of("train", "--resume", path("saved"));
    assertThat(again.code()).isZero();
    assertThat(again.err())
        .contains("nothing is left to do here: a training ended at", path("cut.bin"))
        .hasLineCount(1);
    nothingElseIsAskedOfFinished();
  }

  private void nothingElseIsAskedOfFinished() {
    String saved = path("saved");
    assertThat(finished("--threads", "2", "-q").code()).isZero();
    assertThat(finished("-o", path("cut.bin")).code()).isZero();
    for (List<String> options :
        List.of(
            List.of("-o", path("new.bin")),
            List.of("--report", path("new.json")),
            List.of("--report-analogies", path("new.json")))) {
      CommandRun outputFailure = finished(options.toArray(String[]::new));
      assertThat(outputFailure.code()).isEqualTo(ExitCode.FAILURE);
      assertThat(outputFailure.err())
          .contains(saved + ": the training is finished and wrote " + path("cut.bin"), "train anew")
          .hasLineCount(1);
    }
    for (List<String> options :
        List.of(
            List.of("--threads", "0"),
            List.of("-o", path("r.foo")),
            List.of("--dim", "7"),
            List.of(path("more.txt")))) {
      assertThat(finished(options.toArray(String[]::new)).code()).isEqualTo(ExitCode.USAGE);
    }
  }

  private CommandRun finished(String... options) {
    List<String> arguments = new ArrayList<>(List.of("train", "--resume", path("saved")));
    arguments.addAll(List.of(options));
    return run(arguments);
  }

  private void damageNewest() throws IOException {
    Path newest = CheckpointFolder.generations(folder.resolve("saved")).getFirst();
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);
  }

  @Test
  void anotherOptionOrCorpusIsRefusedByName() throws IOException, InterruptedException {
    interrupted(saving("word2vec"), 1);
    String saved = path("saved");
    CommandRun option =
        run(training("word2vec", "a.bin", "--epochs", "500", "--seed", "2", "--resume", saved));
    assertThat(option.code()).isEqualTo(ExitCode.USAGE);
    assertThat(option.err()).contains("cannot resume: --seed: 1 in the checkpoint, 2 now");
    CommandRun model = run(training("fasttext", "a.bin", "--epochs", "500", "--resume", saved));
    assertThat(model.err()).contains("cannot resume: ");
    Files.writeString(corpus, "more words at the end of the file\n".repeat(9));
    CommandRun text = run(training("word2vec", "a.bin", "--epochs", "500", "--resume", saved));
    assertThat(text.code()).isEqualTo(ExitCode.USAGE);
    assertThat(text.err()).contains("cannot resume: corpus ", " in the checkpoint, ");
    CommandRun short1 = CommandRun.of("train", "--resume", saved);
    assertThat(short1.err()).contains("cannot resume: corpus ");
  }

  @Test
  void threadsAndOutputsMayChange() throws IOException, InterruptedException {
    interrupted(saving("word2vec"), 1);
    List<String> other =
        new ArrayList<>(List.of("train", "word2vec", corpus.toString(), "-o", path("other.vec")));
    other.addAll(List.of("--threads", "2", "--dim", "30", "--epochs", "500", "-q"));
    other.addAll(List.of("--report", path("report.json"), "--resume", path("saved")));
    assertThat(run(other)).isEqualTo(new CommandRun(0, "", ""));
    assertThat(folder.resolve("other.vec")).exists();
    assertThat(Files.readString(folder.resolve("report.json"))).contains("\"checkpoints\"");
  }

  private List<String> saving(String model) {
    return training(
        model,
        "a.bin",
        "--epochs",
        "500",
        "--checkpoint",
        path("saved"),
        "--checkpoint-every",
        "1epoch");
  }

  @Test
  void checkpointsOfAnotherTrainingAreNotOverwritten() throws IOException, InterruptedException {
    interrupted(saving("word2vec"), 1);
    CommandRun again = run(saving("word2vec"));
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err())
        .contains("resume it with 'wordvec train --resume " + path("saved") + "'");
    assertThat(CheckpointFolder.generations(folder.resolve("saved"))).isNotEmpty();
  }

  @Test
  void checkpointsOfWhichNoneIsWholeAreNamed() throws IOException, InterruptedException {
    interrupted(saving("word2vec"), 2);
    List<Path> all = CheckpointFolder.generations(folder.resolve("saved"));
    for (Path file : all) {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 5));
    }
    CommandRun run = CommandRun.of("train", "--resume", path("saved"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .startsWith("wordvec: " + path("saved") + ": no checkpoint is intact (")
        .contains(all.getFirst().toString(), "; remove them to train from the beginning")
        .hasLineCount(1);
  }

  @Test
  void anEmptyFolderHasNothingToGoOnFrom() {
    CommandRun run = CommandRun.of("train", "--resume", path("none"));
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("no checkpoint to resume from").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "5 %% %", "0%", "1.5epochs", "0s", "epochs", "-1m"})
  void anUnknownIntervalIsRefused(String every) {
    CommandRun run =
        run(
            training(
                "word2vec", "a.bin", "--checkpoint", path("saved"), "--checkpoint-every=" + every));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'" + every + "'").hasLineCount(1);
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertThat(run(training("word2vec", "a.bin", "--checkpoint-every", "1h")).err())
        .contains("--checkpoint-every needs --checkpoint DIR");
    assertThat(
            run(training("word2vec", "a.bin", "--checkpoint", path("a"), "--resume", path("b")))
                .err())
        .contains("--checkpoint cannot be used with --resume");
    assertThat(
            run(training("word2vec", "a.bin", "--engine", "deeplearning4j", "--plan").stream()
                    .filter(argument -> !argument.equals("--device") && !argument.equals("cpu"))
                    .toList())
                .err())
        .contains("--plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "fasttext", "glove"})
  void aPlanSaysWhatItTakesAndWritesNothing(String model) throws IOException {
    CommandRun run = run(training(model, "a.bin", "--plan", "--checkpoint", path("saved"), "-q"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("corpus ", "time ", "memory ", "disk ", "an estimate from");
    assertThat(run.lines().getLast()).contains("nothing was written");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(corpus);
    }
  }

  @Test
  void memoryThatNoMachineHasIsMissedBeforeTheCorpusIsRead() {
    CommandRun run =
        CommandRun.of(
            "train",
            "fasttext",
            corpus.toString(),
            "-o",
            path("a.bin"),
            "--device",
            "cpu",
            "--buckets",
            "1000000000",
            "--dim",
            "60000");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .contains("out of memory before the start", "lower --buckets")
        .doesNotContain("tokens");
  }
}
