package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.compute.training.CheckpointFolder;

/**
 * Runs every command that writes a file on a full disk: the existing file stays intact, no other
 * file is left, and one line names the file. Needs permission to mount a small disk in memory;
 * otherwise the tests are skipped.
 */
public class FullDiskTest {
  private static final int DISK_BYTES = 256 << 10;
  private static final int LEFT_BYTES = 8 << 10;

  @TempDir private static Path folder;
  private static Path disk;
  private static boolean mounted;

  @BeforeAll
  static void mountAndMakeInputs() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_BYTES, "tmpfs", disk.toString()) == 0;
    if (!mounted) {
      System.err.println(
          "NO TESTS OF A FULL DISK: mounting one needs root (or CAP_SYS_ADMIN) on Linux");
      return;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append("word").append(i * 7919 % 4000).append(i % 11 == 10 ? "\n" : " ");
    }
    Files.writeString(folder.resolve("text.txt"), text.toString());
    ok(
        "train",
        "word2vec",
        in("text.txt"),
        "-o",
        in("model.bin"),
        "--dim",
        "20",
        "-q",
        "--epochs",
        "1",
        "--min-count",
        "1");
  }

  @AfterAll
  static void unmount() throws Exception {
    if (mounted) {
      run("umount", disk.toString());
    }
  }

  /** Leaves too little space for any of the outputs. */
  @BeforeEach
  void fill() throws IOException {
    assumeTrue(mounted, "no disk could be mounted");
    try (Stream<Path> old = Files.list(disk)) {
      for (Path path : old.toList()) {
        Files.delete(path);
      }
    }
    FileStore store = Files.getFileStore(disk);
    Files.write(disk.resolve("filler"), new byte[(int) store.getUsableSpace() - LEFT_BYTES]);
  }

  private static void fillUp() throws IOException {
    int left = (int) Files.getFileStore(disk).getUsableSpace();
    Files.write(disk.resolve("more"), new byte[left]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "convert model.bin @x.bin",
        "convert model.bin @x.txt",
        "convert model.bin @x.vec",
        "convert model.bin @x.glove",
        "convert model.bin @x.fifu",
        "convert model.bin @x.safetensors",
        "convert model.bin @x.npy +x.vocab",
        "convert model.bin @x.tsv +x.metadata.tsv",
        "convert model.bin @x.bin.gz",
        "convert model.bin @x.bin.zst",
        "convert model.bin @x.txt.gz",
        "convert model.bin @x.txt.zst",
        "convert model.bin @x.glove.zst",
        "train word2vec text.txt -o @x.bin --dim 20 --epochs 1 --min-count 1 -q",
        "train glove text.txt -o @x.txt --dim 20 --epochs 1 --min-count 1 -q",
        "train fasttext text.txt -o @x.bin --dim 20 --epochs 1 --buckets 500 --min-count 1 -q",
        "train word2vec text.txt -o new.bin --epochs 1 --dim 4 --min-count 1 -q"
            + " --save-vocabulary @x",
        "train word2vec text.txt -o new.bin --epochs 1 --dim 4 --min-count 1 -q --report @x.html",
        "vocab text.txt -o @x --min-count 1 -q",
        "phrases text.txt -o @x -q",
        "cooccur text.txt -o @x -q --min-count 1",
        "cooccur text.txt -o new --save-vocabulary @x -q --min-count 1",
        "train glove text.txt -o @x.txt --dim 4 --epochs 1 --min-count 1 -q --memory 1m",
        "cooccur text.txt -o @x -q --min-count 1 --memory 1m",
        "map model.bin -o @x.html --top 1000 --method pca",
        "map model.bin -o @x.svg --top 1000 --method pca",
        "map model.bin -o @x.png --top 1000 --method pca",
        "map model.bin -o @x.csv --top 1000 --method pca",
        "map model.bin -o @x.tsv --top 1000 --method pca",
      })
  void aFullDiskLeavesTheOlderFile(String line) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (String word : List.of(line.split(" ", -1))) {
      if (word.startsWith("@")) {
        Files.writeString(disk.resolve(word.substring(1)), "old");
        arguments.add(disk.resolve(word.substring(1)).toString());
      } else if (word.startsWith("+")) {
        Files.writeString(disk.resolve(word.substring(1)), "old words");
      } else {
        boolean ours = word.matches("(model|text|new).*");
        arguments.add(ours ? in(word) : word);
      }
    }
    Map<String, String> before = contents();
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAILURE);
    // Trainings find out before they start, the others when they write.
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .startsWith("wordvec: " + disk)
        .matches(
            ".*(: cannot write.*: No space left on device|of disk space, only .* are" + " free)");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void manualPagesAreWholeOrNotThere() throws IOException {
    Path page = Files.writeString(disk.resolve("wordvec-demo.1"), "old");
    fillUp();
    CommandRun run = CommandRun.of("manual", "-o", disk.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.errorLines()).singleElement().asString().endsWith("No space left on device");
    assertThat(page).hasContent("old");
    assertThat(disk.toFile().list()).containsExactlyInAnyOrder("filler", "more", "wordvec-demo.1");
  }

  @Test
  void aFullDiskIsFoundBeforeTheCorpusIsRead() throws IOException {
    fillUp();
    CommandRun run =
        CommandRun.of(
            "train", "word2vec", in("text.txt"), "-o", disk.resolve("x.bin").toString(), "-q");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.errorLines())
        .containsExactly("wordvec: " + disk.resolve("x.bin") + ": the disk is full");
  }

  @Test
  void aResumedTrainingNeedsNoRoomForTheCheckpointsThatItReplaces() throws Exception {
    Files.delete(disk.resolve("filler"));
    Path saved = disk.resolve("saved");
    Path output = disk.resolve("x.bin");
    try {
      trainUntilInterrupted(saved, output);
      // A checkpoint takes some 22 kB, 13 of them for the model, and the output 6 kB.
      long free = Files.getFileStore(disk).getUsableSpace();
      Files.write(disk.resolve("filler"), new byte[(int) free - (40 << 10)]);
      CommandRun run = CommandRun.of("train", "--resume", saved.toString(), "-q");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.errorLines()).isEmpty();
      assertThat(output).isNotEmptyFile();
    } finally {
      try (Stream<Path> files = Files.list(saved)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void trainUntilInterrupted(Path saved, Path output) throws Exception {
    String line =
        "train word2vec %s -o %s --dim 16 --epochs 300 --max-vocabulary 100 --min-count 1"
                .formatted(in("text.txt"), output)
            + " --checkpoint-every 1epoch --device cpu -q --checkpoint "
            + saved;
    AtomicReference<CommandRun> run = new AtomicReference<>();
    Thread thread = new Thread(() -> run.set(CommandRun.of(line.split(" ", -1))));
    thread.start();
    while (thread.isAlive() && CheckpointFolder.generations(saved).size() < 2) {
      Thread.sleep(5);
    }
    thread.interrupt();
    thread.join();
    assertThat(run.get().code()).as(run.get().err()).isEqualTo(ExitCode.INTERRUPTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void checkpointsAreRemovedBeforeTheFinishedNoteIsWritten(int checkpoints) throws IOException {
    Path saved = Files.createDirectory(disk.resolve("saved"));
    try (CheckpointFolder own = CheckpointFolder.open(saved)) {
      for (int i = 1; i <= checkpoints; i++) {
        Files.write(saved.resolve("slice-00000000000" + i + ".checkpoint"), new byte[4096]);
      }
      fillUp();
      own.finish("a training ended");
      assertThat(CheckpointFolder.finished(saved)).contains("a training ended");
      assertThat(CheckpointFolder.generations(saved)).isEmpty();
    } finally {
      for (String name : List.of("finished.txt", ".lock")) {
        Files.deleteIfExists(saved.resolve(name));
      }
    }
  }

  private static Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(disk)) {
      files.forEach(file -> contents.put(file.toString(), text(file)));
    }
    return contents;
  }

  private static String text(Path file) {
    try {
      return Files.size(file) > 100 ? "long" : Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String in(String name) {
    return folder.resolve(name).toString();
  }

  private static void ok(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }
}
