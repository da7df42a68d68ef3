package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;

/**
 * Ends batches while threads search. A thread that outlived its model would read unmapped memory
 * and crash the JVM.
 */
class EarlyEndTest {
  private static final int ROUNDS = 8;
  private static final int WORDS = 3000;

  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    Path file = folder.resolve("model.bin");
    Random random = new Random(1);
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = Matrix.allocate(arena, WORDS, 64);
      for (int row = 0; row < WORDS; row++) {
        for (int column = 0; column < 64; column++) {
          matrix.set(row, column, (float) random.nextGaussian());
        }
      }
      List<String> words = IntStream.range(0, WORDS).mapToObj(i -> "w" + i).toList();
      VectorFormat.forOutput(file).write(new WordVectors(WordList.of(words), matrix), file);
    }
    model = file.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"neighbors", "analogy", "similarity"})
  void closedOutputStopsTheBatch(String command) {
    String input =
        IntStream.range(0, 5000)
            .mapToObj(i -> question(command, i % WORDS))
            .collect(Collectors.joining("\n"));
    for (int round = 0; round < ROUNDS; round++) {
      StringWriter err = new StringWriter();
      Terminal terminal = terminal(input, new PrintWriter(new Closed(round)), err);
      assertThat(Main.run(terminal, List.of(command, model, "--input", "-"))).isZero();
      assertThat(err.toString()).isEmpty();
    }
  }

  @Test
  void anUnknownWordFails() {
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder input = new StringBuilder();
      for (int i = 0; i < 1000 + 250 * round; i++) {
        input.append('w').append(i % WORDS).append('\n');
      }
      input.append("nobody\n");
      for (int i = 0; i < 3000; i++) {
        input.append('w').append(i % WORDS).append('\n');
      }
      CommandRun run =
          CommandRun.withInput(input.toString(), "neighbors", model, "--input", "-", "-k", "100");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.errorLines()).singleElement().asString().contains("no word \"nobody\"");
    }
  }

  @Test
  void theCommandIsInterrupted() throws InterruptedException {
    String input =
        IntStream.range(0, 5000).mapToObj(i -> "w" + i % WORDS).collect(Collectors.joining("\n"));
    for (int round = 0; round < ROUNDS; round++) {
      StringWriter err = new StringWriter();
      StringWriter out = new StringWriter();
      Terminal terminal = CommandRun.terminal(input, out, err);
      int[] code = new int[1];
      Thread command =
          new Thread(
              () ->
                  code[0] =
                      Main.run(terminal, List.of("neighbors", model, "--input", "-", "-k", "100")));
      command.start();
      Thread.sleep(20L * round);
      command.interrupt();
      command.join();
      // The last ones may be done before they are interrupted.
      assertThat(code[0]).isIn(0, ExitCode.INTERRUPTED);
      if (code[0] != 0) {
        assertThat(err.toString().lines()).containsExactly("wordvec: interrupted");
      }
    }
  }

  private static String question(String command, int word) {
    return switch (command) {
      case "analogy" -> "w1 - w2 + w" + word;
      case "similarity" -> "w1 w" + word;
      default -> "w" + word;
    };
  }

  private static Terminal terminal(String input, PrintWriter out, StringWriter err) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        out,
        new PrintWriter(err),
        false,
        false,
        Terminal.DEFAULT_COLUMNS);
  }

  /** A pipe that is closed by its reader after some blocks. */
  private static final class Closed extends Writer {
    private int left;

    Closed(int writes) {
      left = writes % 4;
    }

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
      if (left-- <= 0) {
        throw new IOException("Broken pipe");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
