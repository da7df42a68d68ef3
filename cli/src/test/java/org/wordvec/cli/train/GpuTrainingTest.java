package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.demo.DemoCorpus;
import org.wordvec.emulation.EmulatedGpu;

/**
 * Trains and queries models on an emulated GPU through the command line. {@code
 * bench/gpu/emulated.sh} trains every family there and compares losses with the CPU's.
 */
class GpuTrainingTest {
  @AutoClose final EmulatedGpu gpu = EmulatedGpu.plug();

  @TempDir private Path folder;

  @Test
  void word2vecAnswersAKnownAnalogy() throws IOException {
    train(
        "word2vec",
        12_000,
        "--dim",
        "32",
        "--epochs",
        "3",
        "--sample",
        "1e-3",
        "--learning-rate",
        "0.1");
    assertAnswers();
  }

  @Test
  void gloveSolvesAKnownAnalogy() throws IOException {
    train("glove", 400_000, "--window", "10", "--dim", "50", "--x-max", "1000", "--epochs", "15");
    assertAnswers();
  }

  private void train(String model, int sentences, String... options) throws IOException {
    Path text = folder.resolve("world.txt");
    Path report = folder.resolve("report.json");
    Files.writeString(text, DemoCorpus.load().text(sentences, 3));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                model,
                text.toString(),
                "-o",
                folder.resolve("model.bin").toString(),
                "--report",
                report.toString(),
                "--device",
                "cuda:0",
                "--quiet"));
    arguments.addAll(Arrays.asList(options));
    assertThat(CommandRun.of(arguments.toArray(String[]::new)))
        .isEqualTo(new CommandRun(0, "", ""));
    Map<String, Object> document = JSON.std.mapFrom(Files.readString(report));
    assertThat(document).containsEntry("device", "cuda:0");
  }

  private void assertAnswers() {
    CommandRun queen =
        CommandRun.of(
            "analogy",
            folder.resolve("model.bin").toString(),
            "king - man + woman",
            "-k",
            "1",
            "--format",
            "json");
    assertThat(queen.out()).contains("\"queen\"");
  }
}
