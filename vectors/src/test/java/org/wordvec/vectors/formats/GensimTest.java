package org.wordvec.vectors.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.WordVectors;

/** Exchanges files with gensim, where it is installed. */
@Tag("interop")
class GensimTest {
  private static final List<String> WORDS = List.of("the", "词向量", "naïve", "C++");

  private static final List<String> EXTENSIONS = List.of("txt", "bin");

  @TempDir private Path directory;

  @BeforeAll
  static void needsGensim() throws Exception {
    // Not imported, since that takes seconds.
    String problem = python("import importlib.util as u; exit(u.find_spec('gensim') is None)");
    if (!problem.isEmpty()) {
      abort("not checked against gensim, which /usr/bin/python3 does not have: " + problem);
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
    for (String extension : EXTENSIONS) {
      Path ours = directory.resolve("ours." + extension);
      VectorFormat.forOutput(ours).write(written, ours);
    }
    String output =
        python(
            """
            import sys
            from gensim.models import KeyedVectors
            for extension in sys.argv[2:]:
                binary = extension == 'bin'
                name = sys.argv[1] + '/%s.' + extension
                vectors = KeyedVectors.load_word2vec_format(name % 'ours', binary=binary)
                vectors.save_word2vec_format(name % 'theirs', binary=binary)
            """,
            directory.toString(), EXTENSIONS.get(0), EXTENSIONS.get(1));
    assertThat(output).isEmpty();
    for (String extension : EXTENSIONS) {
      Path theirs = directory.resolve("theirs." + extension);
      assertSame(written, theirs, VectorFormat.forOutput(theirs));
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
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", program));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException noPython) {
      return noPython.getMessage();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    return process.exitValue() == 0 ? "" : "exit code " + process.exitValue() + ", " + output;
  }
}
