package org.wordvec.cli;

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
import org.wordvec.compute.VectorApi;

/**
 * Runs what users run most, on next to nothing and without a trace. The build does so to let the
 * JVM write down which classes a command needs; later starts find them parsed and verified.
 */
final class Rehearsal {
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

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /** Whether the build asks for it: with the arguments of a start, as the JVM compares them. */
  static boolean isAskedFor() {
    return Boolean.getBoolean("wordvec.rehearsal");
  }

  /** Runs it all. */
  static void perform() {
    try {
      Path folder = Files.createTempDirectory("wordvec-rehearsal");
      try {
        new Rehearsal(folder).run();
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
    for (String extension : List.of(".bin", ".vec")) {
      String model = folder.resolve("model" + extension).toString();
      run("convert", text, model);
      ask(model);
    }
    askMany();
    if (VectorApi.isPresent()) {
      train();
    }
    run("neighbors", text, "no-such-word");
    run("no-such-command");
  }

  private void ask(String model) {
    run("info", model);
    run("neighbors", model, "king");
    run("similarity", model, "king", "queen");
    run("analogy", model, "king - man + woman");
    run("vectors", model, "king", "--format", "json");
  }

  /** So many rows that several threads compare them. */
  private void askMany() throws IOException {
    StringBuilder rows = new StringBuilder("king 1 2\n");
    for (int row = 1; row < 3000; row++) {
      rows.append("word").append(row).append(" 2 1\n");
    }
    String text = Files.writeString(folder.resolve("many.txt"), rows).toString();
    String model = folder.resolve("many.bin").toString();
    run("convert", text, model);
    run("neighbors", model, "king");
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
