package org.wordvec.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterText;
import org.wordvec.compute.training.DivergedException;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.Subwords;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.spark.training.RoundTraining;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.Learning;
import org.wordvec.testing.TopicText;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

class RoundTrainingTest {
  private static final TopicText TEXT =
      TopicText.numbered(List.of("a", "b", "c", "d", "e", "f"), "z", 30);
  private static final int ROUND = 12_000;
  private static final Word2VecConfig WORD2VEC =
      word2vec(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.75), 4);

  private static final CooccurrenceConfig COUNTING =
      new CooccurrenceConfig(5, ContextSides.BOTH, DistanceWeighting.INVERSE);

  @TempDir static Path folder;
  private static Path text;
  private static SparkCluster cluster;
  private static final Arena ARENA = Arena.ofAuto();
  private static EncodedCorpus corpus;

  @BeforeAll
  static void start() throws Exception {
    TestCluster.prepare("100000");
    text = folder.resolve("text.txt");
    String lines = TEXT.lines(14_400, 7);
    Files.writeString(text, lines, UTF_8);
    corpus = EncodedTexts.encode(lines, ARENA);
    cluster = TestCluster.open(2, ROUND, folder.resolve("rounds"));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void skipGramLearnsAsOnOneMachine() throws Exception {
    Word2Vec.Trained local = Word2Vec.train(new Word2Vec.Run(corpus, WORD2VEC, ARENA));
    Word2Vec.Trained spread = skipGram(Progress.NONE);
    Learning.assertAsTopical(TEXT, spread.vectors(), local.vectors(), 0.02);
    Learning.assertAsMuch(spread.report(), local.report(), 0.15);
    assertThat(spread.report().tokens()).isEqualTo(corpus.tokens());
  }

  @Test
  void hierarchicalSoftmaxAndBagsOfWordsLearn() throws Exception {
    Word2VecConfig config = word2vec(Architecture.CBOW, new Objective.HierarchicalSoftmax(), 4);
    Word2Vec.Trained local = Word2Vec.train(new Word2Vec.Run(corpus, config, ARENA));
    Word2Vec.Trained spread =
        fresh().word2vec(new Cluster.Prediction<>(text(), words(), config), ARENA, Progress.NONE);
    Learning.assertAsTopical(TEXT, spread.vectors(), local.vectors(), 0.05);
  }

  @Test
  void aKilledExecutorDoesNotChangeTheResult() throws Exception {
    Word2Vec.Trained undisturbed = skipGram(Progress.NONE);
    AtomicBoolean killed = new AtomicBoolean();
    List<Long> done = new ArrayList<>();
    Word2Vec.Trained survived =
        skipGram(
            at -> {
              done.add(at.done());
              if (done.size() == 6 && !killed.getAndSet(true)) {
                assertThat(kill()).isTrue();
              }
            });
    assertThat(killed).isTrue();
    assertThat(done).hasSizeGreaterThan(15).isSorted().doesNotHaveDuplicates();
    for (int id = 0; id < words().size(); id++) {
      assertThat(survived.vectors().matrix().row(id))
          .isEqualTo(undisturbed.vectors().matrix().row(id));
    }
  }

  @Test
  void anInterruptedTrainingResumesFromTheLastStoredRound() throws Exception {
    Path kept = folder.resolve("kept");
    SparkCluster own = new SparkCluster(cluster.context(), TestCluster.settings(2, ROUND, kept));
    Cluster.Prediction<Word2VecConfig> job = new Cluster.Prediction<>(text(), words(), WORD2VEC);
    List<Long> first = new ArrayList<>();
    assertThatThrownBy(
            () ->
                own.word2vec(
                    job,
                    ARENA,
                    at -> {
                      first.add(at.done());
                      if (first.size() == RoundTraining.ROUNDS_PER_STORE + 2) {
                        throw new UnsupportedOperationException("cut off");
                      }
                    }))
        .hasMessage("cut off");
    List<Long> second = new ArrayList<>();
    Word2Vec.Trained resumed = own.word2vec(job, ARENA, at -> second.add(at.done()));
    assertThat(second.getFirst()).isEqualTo(first.get(RoundTraining.ROUNDS_PER_STORE));
    Word2Vec.Trained whole = skipGram(Progress.NONE);
    assertThat(resumed.vectors().matrix().row(3)).isEqualTo(whole.vectors().matrix().row(3));
    assertThat(resumed.report().losses()).isEqualTo(whole.report().losses());
    Word2VecConfig other = word2vec(Architecture.SKIP_GRAM, WORD2VEC.objective(), 5);
    assertThatThrownBy(
            () ->
                own.word2vec(
                    new Cluster.Prediction<>(text(), words(), other), ARENA, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds rounds of a training with other settings");
  }

  @Test
  void fastTextLearnsAsOnOneMachine() throws Exception {
    FastTextConfig config = new FastTextConfig(WORD2VEC, new Subwords(3, 4, 5_000));
    FastText.Trained local = FastText.train(new FastText.Run(corpus, config, ARENA));
    FastText.Trained spread =
        fresh()
            .fasttext(
                new Cluster.Prediction<>(text(), words(), config), null, ARENA, Progress.NONE);
    Learning.assertAsMuch(spread.report(), local.report(), 0.15);
    Learning.assertAsTopical(
        TEXT, spread.model().wordVectors(ARENA), local.model().wordVectors(ARENA), 0.02);
  }

  @Test
  void gloveLearnsAsOnOneMachine() throws Exception {
    GloVeConfig config = glove(0.05);
    GloVe.Trained local;
    long entries;
    try (Entries counted =
        Entries.of(
            new Cooccurrences.Counted(corpus, COUNTING),
            config.weighting(),
            1,
            new Cooccurrences.Resources(1, 1 << 28, folder),
            (done, total) -> {})) {
      entries = counted.size();
      local = GloVe.train(new GloVe.Run(counted, config, ARENA));
    }
    Cluster.GloVeOutcome spread = spread(config, entries / 2);
    assertThat(spread.entries()).isEqualTo(entries);
    Learning.assertAsMuch(spread.report(), local.report(), 0.1);
    Learning.assertAsTopical(TEXT, spread.vectors(), local.vectors(), 0.02);
  }

  @Test
  void aDivergingGloveTrainingEnds() {
    assertThatThrownBy(() -> spread(glove(5), ROUND))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith("training diverged in epoch 1: the loss is ");
  }

  private static Word2VecConfig word2vec(
      Architecture architecture, Objective objective, int window) {
    return new Word2VecConfig(
        architecture, objective, 24, window, 0, new Schedule(4, 0.05), new Execution(1, 1));
  }

  private static GloVeConfig glove(double learningRate) {
    return new GloVeConfig(
        24,
        new Weighting(100, 0.75),
        100,
        OutputVectors.SUM,
        GloVeConfig.schedule(10, learningRate),
        new Execution(1, 1));
  }

  private static Cluster.GloVeOutcome spread(GloVeConfig config, long round) throws Exception {
    return fresh(round)
        .glove(
            new Cluster.GloVeJob(new Cluster.GloVeSource.Text(text(), COUNTING), words(), config),
            ARENA,
            Progress.NONE);
  }

  private static Word2Vec.Trained skipGram(Progress progress) throws Exception {
    return fresh().word2vec(new Cluster.Prediction<>(text(), words(), WORD2VEC), ARENA, progress);
  }

  /** Returns the same cluster with a new folder. */
  private static SparkCluster fresh() throws IOException {
    return fresh(ROUND);
  }

  private static SparkCluster fresh(long round) throws IOException {
    return new SparkCluster(
        cluster.context(),
        TestCluster.settings(2, round, Files.createTempDirectory(folder, "rounds")));
  }

  private static ClusterText text() {
    return TestCluster.text(Tokenization.DEFAULT, text);
  }

  private static Vocabulary words() {
    return corpus.vocabulary();
  }

  /** Kills one of the executors, which are child processes here; returns whether there was one. */
  private static boolean kill() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .findFirst()
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
  }
}
