package org.wordvec.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.emulation.EmulatedGpu;

/** Runs {@code --device} with several emulated GPUs. */
class SeveralGpusTest {
  private static final String BOTH = "cuda:0,1 (Emulated GPU 0, Emulated GPU 1) trained ";

  @AutoClose final EmulatedGpu gpus = EmulatedGpu.plug("EMULATED_DEVICES=2");

  @TempDir private Path folder;

  /** Two slices of words, and a thousand words times their neighbours. */
  @BeforeEach
  void writeText() throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 1_300; line++) {
      for (int i = 0; i < 8; i++) {
        text.append('w').append(random.nextInt(10) * random.nextInt(10)).append(' ');
      }
      text.append('\n');
    }
    Files.writeString(folder.resolve("text.txt"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void bothGpusTrainAndTheReportNamesThem(String model) throws IOException {
    Path report = folder.resolve("report.json");
    CommandRun run = train(model, "cuda:0,1", "--report", report.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.errorLines())
        .filteredOn(line -> line.contains("cuda"))
        .singleElement()
        .asString()
        .startsWith("wordvec: " + BOTH)
        .contains(" at once, and merged 1 round in ");
    assertThat(JSON.std.mapFrom(Files.readString(report)))
        .containsEntry("device", "cuda:0,1")
        .extractingByKey("gpu", MAP)
        .containsEntry("name", "Emulated GPU 0, Emulated GPU 1")
        .containsEntry("merged_rounds", 1);
  }

  @Test
  void allGpusAreTheUsableOnes() throws IOException {
    assertThat(train("word2vec", "cuda:all").err()).contains(BOTH);
    EmulatedGpu.set("EMULATED_DEVICES", "1");
    assertThat(train("word2vec", "cuda:all").err())
        .contains("cuda:0 (Emulated GPU 0) trained 1 sentence at once\n")
        .doesNotContain("merged");
    EmulatedGpu.set("EMULATED_CAPABILITY", "61");
    Files.delete(folder.resolve("model.bin"));
    assertFails(
        train("word2vec", "cuda:all", "-q"), "compute capability 6.1, and 7.5 or newer is needed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cuda:0,2  | 1 | no GPU with number 2: this machine has 2, from number 0",
        "cuda:0,0  | 2 | 'cuda:0,0' names GPU 0 twice",
        "cuda:1,01 | 2 | 'cuda:1,01' names GPU 1 twice",
        "cuda:0,   | 2 | 'cuda:0,' is not one of auto, cpu, cuda, cuda:N, cuda:N,M and cuda:all",
        "cuda:,1   | 2 | 'cuda:,1' is not one of",
        "cuda:0;1  | 2 | 'cuda:0;1' is not one of"
      })
  void invalidLinesAreOneLine(String device, int code, String reason) {
    CommandRun run = train("word2vec", device, "-q");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.errorLines().getFirst()).contains(reason);
    assertThat(folder.resolve("model.bin")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void aSecondGpuThatFailsOrIsTooSmallIsOneLine(String model) {
    EmulatedGpu.set("EMULATED_FAILURE", "cuStreamSynchronize@1:700:2");
    assertFails(
        train(model, "cuda:0,1", "-q"),
        "GPU 1 (Emulated GPU 1) failed: cuStreamSynchronize answered CUDA_ERROR_ILLEGAL_ADDRESS");
    EmulatedGpu.set("EMULATED_MEMORY", "4000000000,1000000");
    assertFails(train(model, "cuda:0,1", "-q"), "not enough memory on GPU 1 (Emulated GPU 1): ");
    assertFails(train(model, "cuda:0,1", "-q"), " bytes needed, 1,000,000 free; every GPU holds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "fasttext"})
  void divergenceIsOneLine(String model) {
    assertFails(
        train(model, "cuda:0,1", "-q", "--learning-rate", "10", "--architecture", "cbow"),
        "training diverged in epoch 1: ");
  }

  @Test
  void anInterruptedTrainingResumesOnTheSameNumberOfGpusOnly() throws IOException {
    String saved = folder.resolve("saved").toString();
    String[] slow = {"--epochs", "3", "--gpu-concurrency", "1"};
    assertThat(train("word2vec", "cuda:0,1", slow).code()).isZero();
    byte[] whole = Files.readAllBytes(folder.resolve("model.bin"));
    Files.delete(folder.resolve("model.bin"));

    // Three launches of a round: the kernel, and a look at each matrix.
    EmulatedGpu.set("EMULATED_FAILURE", "cuLaunchKernel@0:719:4");
    List<String> cut = new ArrayList<>(List.of(slow));
    cut.addAll(List.of("-q", "--checkpoint", saved, "--checkpoint-every", "1epoch"));
    assertFails(
        train("word2vec", "cuda:0,1", cut.toArray(String[]::new)),
        "GPU 0 (Emulated GPU 0) failed: cuLaunchKernel of ");
    EmulatedGpu.set("EMULATED_FAILURE", "");

    List<String> other = new ArrayList<>(List.of(slow));
    other.addAll(List.of("-q", "--resume", saved));
    assertThat(train("word2vec", "cuda:0", other.toArray(String[]::new)).err())
        .startsWith("wordvec: cannot resume: --device: cuda on 2 GPUs in the checkpoint, cuda now.")
        .hasLineCount(1);
    Path report = folder.resolve("report.json");
    CommandRun resumed = CommandRun.of("train", "--resume", saved, "--report", report.toString());
    assertThat(resumed).isEqualTo(new CommandRun(0, "", ""));
    assertThat(JSON.std.mapFrom(Files.readString(report)))
        .containsEntry("device", "cuda:0,1")
        .extractingByKey("gpu", MAP)
        .containsEntry("merged_rounds", 2);
    assertThat(Files.readAllBytes(folder.resolve("model.bin"))).isEqualTo(whole);
  }

  @Test
  void concurrencyIsReportedIfItIsReduced() {
    EmulatedGpu.set("EMULATED_OCCUPANCY", "1");
    assertThat(train("word2vec", "cuda", "--gpu-concurrency", "9").err())
        .contains("cuda:0 (Emulated GPU 0) trained 2 sentences at once: no more fit, of 9 wanted");
    assertThat(train("word2vec", "cuda:0,1", "--gpu-concurrency", "9").err())
        .contains(BOTH + "2 sentences at once: no more fit, of 9 wanted, and merged 1 round in");
  }

  private CommandRun train(String model, String device, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("train", model, folder.resolve("text.txt").toString(), "-o"));
    arguments.add(folder.resolve("model.bin").toString());
    arguments.addAll(List.of("--dim", "8", "--min-count", "1", "--device", device));
    if (!List.of(more).contains("--epochs")) {
      arguments.addAll(List.of("--epochs", "1"));
    }
    if (model.equals("fasttext")) {
      arguments.addAll(List.of("--buckets", "500"));
    }
    arguments.addAll(Arrays.asList(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private void assertFails(CommandRun run, String reason) {
    assertThat(run.errorLines()).singleElement().asString().contains(reason);
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(folder.resolve("model.bin")).doesNotExist();
  }
}
