package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.TopicText;
import org.wordvec.testing.TrainedReference;

class Word2VecTest {
  /** Shared, as it is read only; two slices long. */
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(Texts.skewed(60, 1_500, 1), Arena.ofAuto());

  static Stream<Word2VecConfig> models() {
    List<Word2VecConfig> models = new ArrayList<>();
    for (Architecture architecture : Architecture.values()) {
      for (Objective objective :
          List.of(new Objective.NegativeSampling(5, 0.75), new Objective.HierarchicalSoftmax())) {
        models.add(
            Word2VecConfig.of(architecture)
                .withObjective(objective)
                .withDimensions(9)
                .withWindow(4)
                .withSample(0.02)
                .withSchedule(new Schedule(2, Word2VecConfig.defaultRate(architecture)))
                .withExecution(new Execution(1, 1)));
      }
    }
    return models.stream();
  }

  @AutoClose private final Arena arena = Arena.ofShared();

  /** Two words and at most three outputs are one block, which changes at once as the reference. */
  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheReferenceInWindowsOfOneBlock(Word2VecConfig config)
      throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(Texts.withoutRepetition(2_000, 1), arena);
    assertAgrees(corpus, ReferenceTraining.ofOneGroup(config), WindowOrder.AT_ONCE);
  }

  /** Of a few words, many of which a window has twice. */
  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheReferenceInWindowsOfSeveralBlocks(Word2VecConfig config)
      throws InterruptedException {
    assertAgrees(CORPUS, config, WindowOrder.BLOCKS);
  }

  private void assertAgrees(EncodedCorpus corpus, Word2VecConfig config, WindowOrder order)
      throws InterruptedException {
    TrainedReference expected = ReferenceTraining.train(corpus, config, order);
    Word2Vec.Trained found = Word2Vec.train(new Word2Vec.Run(corpus, config, arena));
    assertThat(expected.deviation(found.vectors().matrix())).isLessThan(1e-3);
    for (int epoch = 0; epoch < 2; epoch++) {
      double loss = expected.losses().get(epoch);
      assertThat(found.report().losses().get(epoch)).isCloseTo(loss, within(0.05 * loss));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void isTheSameToTheBitWithOneThreadAndTheSameSeed(Word2VecConfig config)
      throws InterruptedException {
    assertThat(rows(train(config))).isDeepEqualTo(rows(train(config)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void differsWithAnotherSeed(Word2VecConfig config) throws InterruptedException {
    float[][] one = rows(train(config));
    float[][] other =
        rows(train(with(config, config.sample(), config.schedule(), new Execution(1, 2))));
    for (int word = 0; word < one.length; word++) {
      assertThat(other[word]).isNotEqualTo(one[word]);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void lowersTheLossWithFourThreads(Word2VecConfig config) throws InterruptedException {
    // Words that tell a topic, so that there is something to learn, in more slices than threads.
    EncodedCorpus corpus = EncodedTexts.encode(TopicText.ofTwo(40).lines(8_000, 1), arena);
    Schedule schedule = new Schedule(5, config.schedule().learningRate());
    List<Double> losses =
        Word2Vec.train(
                new Word2Vec.Run(corpus, with(config, 0, schedule, new Execution(4, 1)), arena))
            .report()
            .losses();
    assertThat(losses).hasSize(5);
    assertThat(losses.getLast()).isPositive().isLessThan(losses.getFirst() - 0.04);
  }

  @Test
  void givesEachWordOfTheVocabularyItsVector() throws InterruptedException {
    Word2Vec.Trained trained = train(models().findFirst().orElseThrow());
    assertThat(trained.vectors().words()).isSameAs(CORPUS.vocabulary().words());
    assertThat(trained.vectors().dimensions()).isEqualTo(9);
    assertThat(trained.report().tokens()).isEqualTo(CORPUS.tokens());
  }

  @Test
  void reportsProgressUpToTheEnd() throws InterruptedException {
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    Word2Vec.train(
        new Word2Vec.Run(CORPUS, models().findFirst().orElseThrow(), arena)
            .withProgress(snapshots::add));
    assertThat(snapshots.getLast().done()).isEqualTo(2 * CORPUS.tokens());
    assertThat(snapshots.getLast().total()).isEqualTo(2 * CORPUS.tokens());
  }

  @ParameterizedTest
  @MethodSource("models")
  void trainsOnACorpusOfOneWord(Word2VecConfig config) throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode("only only only\nonly only\n", arena);
    Word2VecConfig keepingAll = with(config, 0, config.schedule(), config.execution());
    Word2Vec.Trained trained = Word2Vec.train(new Word2Vec.Run(corpus, keepingAll, arena));
    for (float value : trained.vectors().matrix().row(0)) {
      assertThat(value).isFinite();
    }
    assertThat(trained.report().losses()).allMatch(loss -> loss >= 0);
  }

  @ParameterizedTest
  @MethodSource("models")
  void leavesWordsWithoutContextWhereTheyStarted(Word2VecConfig config)
      throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode("one\none\none\ntwo\ntwo\nthree four\n", arena);
    Word2VecConfig keepingAll = with(config, 0, config.schedule(), config.execution());
    Word2Vec.Trained trained = Word2Vec.train(new Word2Vec.Run(corpus, keepingAll, arena));
    Matrix start = Matrix.allocate(arena, 4, 9);
    RandomRows.fill(start, config.execution().seed());
    assertThat(trained.vectors().matrix().row(0)).isEqualTo(start.row(0));
    assertThat(trained.vectors().matrix().row(1)).isEqualTo(start.row(1));
    assertThat(trained.report().losses()).allMatch(Double::isFinite);
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> train(models().findFirst().orElseThrow()))
        .isInstanceOf(InterruptedException.class);
  }

  private Word2Vec.Trained train(Word2VecConfig config) throws InterruptedException {
    return Word2Vec.train(new Word2Vec.Run(CORPUS, config, arena));
  }

  private static float[][] rows(Word2Vec.Trained trained) {
    FloatRows matrix = trained.vectors().matrix();
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }

  private static Word2VecConfig with(
      Word2VecConfig config, double sample, Schedule schedule, Execution execution) {
    return config.withSample(sample).withSchedule(schedule).withExecution(execution);
  }
}
