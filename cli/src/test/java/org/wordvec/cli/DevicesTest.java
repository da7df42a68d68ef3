package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.emulation.EmulatedGpu;

/** {@code wordvec devices} and {@code --device}, with no driver and with the stand-in for a GPU. */
class DevicesTest {
  private static final String NO_DRIVER =
      "no CUDA driver (libcuda-of-no-test.so): it comes with NVIDIA's driver for the GPU";

  @TempDir private Path folder;

  @Test
  void withoutADriverSaysWhatIsMissingAndSucceeds() {
    CommandRun run = CommandRun.of("devices");
    assertThat(run.code()).isZero();
    assertThat(run.errorLines())
        .containsExactly("wordvec: " + NO_DRIVER + "; training runs on the CPU");
    assertThat(CommandRun.of("devices", "--format", "json").out().strip()).isEqualTo("[ ]");
  }

  @Test
  void listsEveryGpuWithWhatCanUseIt() throws IOException {
    try (EmulatedGpu _ = EmulatedGpu.plug("EMULATED_DEVICES=2", "EMULATED_CAPABILITY=90")) {
      CommandRun run = CommandRun.of("devices", "--format", "json");
      assertThat(run.errorLines())
          .hasSize(2)
          .first()
          .asString()
          .contains("ND4J's CUDA 11.6 backend")
          .contains("GPU 0 (Emulated GPU 0) has 9.0");
      List<Object> devices = JSON.std.listFrom(run.out());
      assertThat(devices).hasSize(2);
      assertThat(devices.getLast())
          .isEqualTo(
              Map.of(
                  "device", "cuda:1",
                  "name", "Emulated GPU 1",
                  "memory_bytes", 4L << 30,
                  "free_bytes", 4L << 30,
                  "compute_capability", "9.0",
                  "driver_cuda", "12.4",
                  "wordvec", "yes",
                  "nd4j", "no"));
      assertThat(CommandRun.of("devices").lines()).hasSize(3);
      assertThat(CommandRun.of("devices", "--format", "csv").lines().getFirst())
          .startsWith("device,name,memory_bytes");
    }
  }

  @Test
  void saysWhyAGpuCannotBeUsed() {
    try (EmulatedGpu _ = EmulatedGpu.plug("EMULATED_CAPABILITY=61")) {
      CommandRun run = CommandRun.of("devices", "--format", "tsv");
      assertThat(run.code()).isZero();
      assertThat(run.lines().getLast()).endsWith("no\tyes");
      assertThat(run.err()).contains("compute capability 6.1, and 7.5 or newer is needed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void cudaWithoutADriverFailsWithOneLine(String model) throws IOException {
    assertFails(model, "cuda", NO_DRIVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMULATED_DEVICES=0      | cuda   | the CUDA driver finds no GPU",
        "EMULATED_DRIVER=9020    | cuda   | the driver is too old: it serves CUDA 9.2, and 10.0 or"
            + " newer is needed",
        "EMULATED_CAPABILITY=70  | cuda:0 | GPU 0 (Emulated GPU 0) has compute capability 7.0, and"
            + " 7.5 or newer is needed",
        "EMULATED_DEVICES=2      | cuda:2 | no GPU of number 2: this machine has 2, from number 0",
        "EMULATED_MEMORY=1000000 | cuda   | 1,000,000 free"
      })
  void cudaThatCannotBeUsedFailsWithTheReason(String setting, String device, String reason)
      throws IOException {
    try (EmulatedGpu _ = EmulatedGpu.plug(setting.strip())) {
      assertFails("word2vec", device, reason);
      assertFails("glove", device, reason);
      assertFails("fasttext", device, reason);
    }
  }

  private void assertFails(String model, String device, String reason) throws IOException {
    CommandRun run = train(model, device, "--quiet");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.errorLines()).singleElement().asString().contains(reason);
    assertThat(folder.resolve("model.bin")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void autoWithoutADriverTrainsOnTheCpuAndSaysSoOnce(String model) throws IOException {
    CommandRun run = train(model, "auto");
    assertThat(run.code()).isZero();
    assertThat(run.errorLines())
        .filteredOn(line -> line.contains("CPU"))
        .containsExactly("wordvec: training on the CPU: " + NO_DRIVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void autoFallsBackFromAGpuWithTooLittleMemory(String model) throws IOException {
    try (EmulatedGpu _ = EmulatedGpu.plug("EMULATED_MEMORY=1000000")) {
      CommandRun run = train(model, "auto");
      assertThat(run.code()).isZero();
      assertThat(run.err())
          .contains("training on the CPU after all: not enough memory on GPU 0 (Emulated GPU 0)")
          .contains("wrote ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "glove", "fasttext"})
  void autoTakesTheGpuAndTheReportTellsOfIt(String model) throws IOException {
    try (EmulatedGpu _ = EmulatedGpu.plug()) {
      Path report = folder.resolve("report.json");
      CommandRun run =
          train(model, "auto", "--gpu-concurrency", "2", "--report", report.toString());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.err()).contains("training on the GPU Emulated GPU 0");
      Map<String, Object> document = JSON.std.mapFrom(Files.readString(report));
      assertThat(document)
          .containsEntry("device", "cuda:0")
          .extractingByKey("gpu", MAP)
          .containsEntry("name", "Emulated GPU 0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--device, gpu, one of auto",
    "--device, cuda:x, one of auto",
    "--gpu-concurrency, 0, must be 1 to 65535",
    "--gpu-concurrency, 65536, must be 1 to 65535"
  })
  void nonsenseIsAUsageError(String option, String value, String message) throws IOException {
    CommandRun run = train("word2vec", "auto", option, value);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).containsAnyOf(message, "should be specified only once");
  }

  private CommandRun train(String model, String device, String... more) throws IOException {
    Path text = folder.resolve("text.txt");
    Files.writeString(text, "a b c d e f g h\nb c a e d h f g\n".repeat(60));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                model,
                text.toString(),
                "-o",
                folder.resolve("model.bin").toString(),
                "--dim",
                "8",
                "--epochs",
                "1",
                "--min-count",
                "1"));
    if (!List.of(more).contains("--device")) {
      arguments.addAll(List.of("--device", device));
    }
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
