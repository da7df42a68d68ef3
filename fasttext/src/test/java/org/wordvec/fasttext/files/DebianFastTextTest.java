package org.wordvec.fasttext.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.fasttext.Subwords;
import org.wordvec.fasttext.Texts;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;

/** Exchanges files with fastText, where it is installed. */
@Tag("interop")
class DebianFastTextTest {
  private static final List<String> WORDS =
      List.of("flowera", "engineb", "ca", "flowerzz", "unseen", "北京", "a😀b", "naïve", "xy");

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();

  @BeforeAll
  static void needsFastText() throws InterruptedException {
    boolean found;
    try {
      found = run("", List.of("fasttext")).contains("usage: fasttext");
    } catch (IOException none) {
      found = false;
    }
    assumeTrue(found, "not checked against fastText, which is not on the PATH");
  }

  @Test
  void itReadsOurFilesAndAnswersAlike() throws Exception {
    for (Architecture architecture : Architecture.values()) {
      for (Objective objective :
          List.of(new Objective.NegativeSampling(5, 0.5), new Objective.HierarchicalSoftmax())) {
        FastText.Trained trained =
            FastText.train(
                new FastText.Run(
                    EncodedTexts.encode(Texts.TOPICS.lines(400, 1), arena),
                    Texts.config(architecture, objective, new Subwords(2, 5, 3_000), 1, 1),
                    arena));
        Path file = folder.resolve("ours.bin");
        FastTextWriter.write(trained, Texts.ALL, file);
        assertSameAnswers(trained.model(), file);
      }
    }
  }

  @Test
  void weReadItsFilesAndAnswerAlike() throws Exception {
    Path text = folder.resolve("text.txt");
    Files.writeString(text, Texts.TOPICS.lines(400, 1));
    for (List<String> options :
        List.of(
            List.of("skipgram", "-minn", "2", "-maxn", "5"),
            List.of("cbow", "-loss", "hs"),
            List.of("skipgram", "-maxn", "0"))) {
      List<String> command = new ArrayList<>(List.of("fasttext"));
      command.addAll(options);
      // With fewer than ten threads it leaves part of the matrix as the memory was.
      command.addAll(
          List.of(
              "-input",
              text.toString(),
              "-output",
              folder.resolve("theirs").toString(),
              "-minCount",
              "1",
              "-dim",
              "9",
              "-bucket",
              "2000",
              "-epoch",
              "1",
              "-thread",
              "10"));
      run("", command);
      Path file = folder.resolve("theirs.bin");
      FastTextModel model = FastTextReader.open(file, arena);
      assertThat(model.words().indexOf("</s>")).isNotNegative();
      assertSameAnswers(model, file);
    }
  }

  private void assertSameAnswers(FastTextModel model, Path file) throws Exception {
    String input = String.join("\n", WORDS) + "\n";
    List<String> lines =
        run(input, List.of("fasttext", "print-word-vectors", file.toString())).lines().toList();
    for (int i = 0; i < WORDS.size(); i++) {
      String[] fields = lines.get(i).strip().split(" ", -1);
      assertThat(fields[0]).isEqualTo(WORDS.get(i));
      float[] ours = model.vector(WORDS.get(i)).orElse(new float[model.dimensions()]);
      for (int column = 0; column < ours.length; column++) {
        // Printed with five digits.
        float theirs = Float.parseFloat(fields[column + 1]);
        assertThat(ours[column]).isCloseTo(theirs, within(1e-5f + 1e-4f * Math.abs(theirs)));
      }
    }
    Neighbors neighbors = new Neighbors(model.wordVectors(arena), model);
    String answer =
        run("flowera\n", List.of("fasttext", "nn", file.toString(), "3"))
            .replace("Query word? ", "");
    List<String> expected = answer.lines().limit(3).toList();
    List<Neighbor> found = neighbors.nearest("flowera", 3);
    for (int i = 0; i < 3; i++) {
      String[] fields = expected.get(i).strip().split(" ", -1);
      assertThat(found.get(i).similarity()).isCloseTo(Double.parseDouble(fields[1]), within(1e-4));
    }
  }

  private static String run(String input, List<String> command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var stream = process.getOutputStream()) {
      stream.write(input.getBytes(UTF_8));
    } catch (IOException notRead) {
      // What takes no input may be gone already.
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    return output;
  }
}
