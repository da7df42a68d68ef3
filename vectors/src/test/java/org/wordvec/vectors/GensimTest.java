package org.wordvec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exchanges files with gensim, where it is installed. */
@Tag("interop")
class GensimTest {
  private static final List<String> WORDS = List.of("the", "词向量", "naïve", "C++");

  @TempDir private Path directory;

  @BeforeAll
  static void needsGensim() throws Exception {
    String problem = python("import gensim");
    if (!problem.isEmpty()) {
      abort("gensim is not installed for /usr/bin/python3: " + problem);
    }
  }

  @Test
  void readsOurFilesAndWeReadIts() throws Exception {
    WordVectors written =
        Samples.of(
            WORDS,
            new float[] {1 / 3f, -1e-7f, 5},
            new float[] {Float.MIN_NORMAL, 3.4e38f, -0f},
            new float[] {0.1f, 0.2f, 0.3f},
            new float[] {16777215, -1.5f, 1e-10f});
    for (String extension : List.of("txt", "bin")) {
      Path ours = directory.resolve("ours." + extension);
      Path theirs = directory.resolve("theirs." + extension);
      VectorFormat.forOutput(ours).write(written, ours);
      String output =
          python(
              """
              import sys
              from gensim.models import KeyedVectors
              binary = sys.argv[3] == 'bin'
              vectors = KeyedVectors.load_word2vec_format(sys.argv[1], binary=binary)
              vectors.save_word2vec_format(sys.argv[2], binary=binary)
              """,
              ours.toString(),
              theirs.toString(),
              extension);
      assertThat(output).isEmpty();
      assertSame(written, theirs, VectorFormat.forOutput(ours));
    }
  }

  private static void assertSame(WordVectors expected, Path path, VectorFormat format)
      throws IOException {
    VectorFormat.Opened opened = VectorFormat.detect(path, Arena.ofAuto());
    assertThat(opened.format()).isEqualTo(format);
    assertThat(VectorFormatTest.words(opened.vectors())).isEqualTo(WORDS);
    for (int row = 0; row < expected.size(); row++) {
      assertThat(opened.vectors().matrix().row(row)).containsExactly(expected.matrix().row(row));
    }
  }

  private static String python(String program, String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("/usr/bin/python3", "-c", program));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException noPython) {
      return noPython.getMessage();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    return process.exitValue() == 0 ? "" : output;
  }
}
