package org.wordvec.library.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Progress;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.Subwords;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Word2VecConfig;

/** What a program in Java sees. */
class TrainingTest {
  private static final Execution ONE = new Execution(1, 7);
  private static final Word2VecConfig SKIP_GRAM =
      Word2VecConfig.of(Architecture.SKIP_GRAM).withDimensions(12).withSample(0).withExecution(ONE);

  @TempDir private Path folder;
  private Path text;

  @BeforeEach
  void writeTwoTopics() throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < 600; line++) {
      StringBuilder words = new StringBuilder();
      for (int word = 0; word < 8; word++) {
        words.append(line % 2 == 0 ? "sea" : "land").append(random.nextInt(6)).append(' ');
      }
      lines.add(words.toString());
    }
    text = folder.resolve("text.txt");
    Files.write(text, lines);
  }

  @Test
  void word2vecIsTrainedAndQueried() throws Exception {
    Path file = folder.resolve("vectors.bin");
    Training.word2vec(SKIP_GRAM).on(text).writeTo(file);
    assertTopicsAreApart(file);
    try (Model model = Models.open(file)) {
      assertThat(model.similarity("sea1", "sea2")).isGreaterThan(model.similarity("sea1", "land2"));
      assertThat(model.analogy("sea1 - land1 + land2", 1)).hasSize(1);
      assertThat(model.words().size()).isEqualTo(model.vectors().size());
    }
  }

  @Test
  void fastTextHasVectorsForOtherWords() throws Exception {
    Path file = folder.resolve("model.bin");
    FastTextConfig config = new FastTextConfig(SKIP_GRAM, new Subwords(3, 6, 500));
    Training.fasttext(config).on(text).writeTo(file);
    assertTopicsAreApart(file);
    try (Model model = Models.open(file)) {
      assertThat(model.hasSubwords()).isTrue();
      WordVectors composed = model.vectors();
      assertThat(model.vectors()).as("composed once").isSameAs(composed);
      assertThat(model.nearest("seas", 1))
          .first()
          .extracting(Neighbor::word)
          .asString()
          .contains("sea");
    }
  }

  @Test
  void gloVeIsTrainedOnCounts() throws Exception {
    Path file = folder.resolve("vectors.glove");
    GloVeConfig config =
        new GloVeConfig(
            12,
            new Weighting(100, 0.75),
            100,
            OutputVectors.SUM,
            GloVeConfig.schedule(15, 0.05),
            ONE);
    CooccurrenceConfig counting =
        new CooccurrenceConfig(5, ContextSides.BOTH, DistanceWeighting.INVERSE);
    Training.glove(config, counting, 1 << 24).on(text).writeTo(file);
    assertTopicsAreApart(file);
  }

  @Test
  void progressNotesAndReportReachTheProgram() throws Exception {
    List<String> notes = new ArrayList<>();
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void training(Progress.Snapshot snapshot, Unit unit) {
            snapshots.add(snapshot);
          }

          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    Path report = folder.resolve("report.json");
    Training.word2vec(SKIP_GRAM)
        .on(text)
        .report(report)
        .listener(listener)
        .writeTo(folder.resolve("v.txt"));
    assertThat(notes).anyMatch(note -> note.startsWith("read 4,800 tokens, kept 12 of 12 words"));
    assertThat(snapshots).isNotEmpty();
    assertThat(Files.readString(report)).contains("\"losses\"", "\"rate\"");
  }

  @Test
  void aPlanWritesNothing() throws Exception {
    Path file = folder.resolve("v.txt");
    TrainingPlan plan = Training.word2vec(SKIP_GRAM).on(text).plan(file);
    assertThat(plan.vocabulary()).isEqualTo(12);
    assertThat(plan.read()).isEqualTo("4,800 tokens");
    assertThat(plan.outputBytes()).isEqualTo(12 * 12 * 10L);
    assertThat(file).doesNotExist();
  }

  @Test
  void aFailureLeavesAnOlderFile() throws IOException {
    Path file = folder.resolve("v.txt");
    Files.writeString(file, "older");
    Training training = Training.word2vec(SKIP_GRAM).on(folder.resolve("none.txt"));
    assertThatThrownBy(() -> training.writeTo(file)).hasMessageContaining("none.txt: no such file");
    assertThat(file).hasContent("older");
  }

  private static void assertTopicsAreApart(Path file) throws IOException {
    try (Model model = Models.open(file)) {
      assertThat(model.nearest("sea1", 4)).allMatch(near -> near.word().startsWith("sea"));
      assertThat(model.nearest("land1", 4)).allMatch(near -> near.word().startsWith("land"));
    }
  }

  @Test
  void aModelMayBeClosedTwice() throws Exception {
    Path file = folder.resolve("vectors.bin");
    Training.word2vec(SKIP_GRAM).on(text).writeTo(file);
    Model model = Models.open(file);
    model.close();
    model.close();
    assertThat(model.format()).isEqualTo("word2vec binary");
  }
}
