package org.wordvec.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.VectorApi;

/**
 * Runs the most common commands on tiny inputs in a temporary folder. The build does so to let the
 * JVM record in a class archive which classes the commands need; later starts load them parsed and
 * verified.
 */
final class ArchiveTrainingRun {
  private static final String VECTORS = "king 1 2\nqueen 1 3\nman 2 2\nwoman 2 3\n";

  private final Terminal terminal =
      new Terminal(
          new ByteArrayInputStream(new byte[0]),
          new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
          new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
          false,
          false,
          Terminal.DEFAULT_COLUMNS);

  private final Path folder;

  private ArchiveTrainingRun(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns whether the build requests this run. The request is a system property, since the JVM
   * compares the arguments of the archive's run with those of later starts.
   */
  static boolean isRequested() {
    return Boolean.getBoolean("wordvec.archive-run");
  }

  /** Runs all commands and deletes their files. */
  static void perform() {
    try {
      Path folder = Files.createTempDirectory("wordvec-archive-run");
      try {
        new ArchiveTrainingRun(folder).run();
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() throws IOException {
    for (String verb : CommandTree.of(terminal, List.of()).getSubcommands().keySet()) {
      run(verb, "--help");
    }
    String text = Files.writeString(folder.resolve("model.txt"), VECTORS).toString();
    for (String extension : List.of(".bin", ".vec", ".fifu")) {
      String model = folder.resolve("model" + extension).toString();
      run("convert", text, model);
      query(model);
    }
    queryLargeModel();
    if (VectorApi.isPresent()) {
      train();
    }
    run("neighbors", text, "no-such-word");
    run("no-such-command");
  }

  private void query(String model) {
    run("info", model);
    run("neighbors", model, "king");
    run("similarity", model, "king", "queen");
    run("analogy", model, "king - man + woman");
    // With options, picocli parses the query.
    run("neighbors", model, "king", "-k", "2", "--format", "json");
    run("vectors", model);
  }

  /** Queries a model that is large enough to be searched by several threads. */
  private void queryLargeModel() throws IOException {
    int rows = 3000;
    int dimensions = 700;
    byte[] values = new byte[dimensions * Float.BYTES];
    for (int i = 3; i < values.length; i += Float.BYTES) {
      values[i] = 0x3e; // 0.125, little-endian
    }
    Path model = folder.resolve("many.bin");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(model))) {
      file.write((rows + " " + dimensions + "\n").getBytes(StandardCharsets.US_ASCII));
      for (int row = 0; row < rows; row++) {
        file.write(("word" + row + " ").getBytes(StandardCharsets.US_ASCII));
        file.write(values);
        file.write('\n');
      }
    }
    run("neighbors", model.toString(), "word0");
  }

  private void train() throws IOException {
    String corpus =
        Files.writeString(folder.resolve("corpus.txt"), "the king and the queen\n".repeat(50))
            .toString();
    for (String family : List.of("word2vec", "glove", "fasttext")) {
      String model = folder.resolve(family + ".vec").toString();
      run("train", family, corpus, "-o", model, "--dim", "8", "--epochs", "1", "--threads", "1");
    }
  }

  private void run(String... arguments) {
    Main.run(terminal, List.of(arguments));
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
