package org.wordvec.senses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.compute.training.Progress;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.ContextReader;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree.Cluster;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

class SenseTrainingTest {
  private static final String TEXT = BankText.lines(BankText.SENTENCES, 1);
  private static final EncodedCorpus CORPUS = EncodedTexts.encode(TEXT, Arena.ofAuto());
  private static final int BANK = CORPUS.vocabulary().words().indexOf(BankText.WORD);

  @AutoClose private final Arena arena = Arena.ofShared();

  static Word2VecConfig config(int threads) {
    return Word2VecConfig.of(Architecture.SKIP_GRAM)
        .withDimensions(12)
        .withSample(0)
        .withSchedule(new Schedule(2, 0.05))
        .withExecution(new Execution(threads, 1));
  }

  private SenseTraining.Trained train(EncodedCorpus corpus, Word2VecConfig config)
      throws InterruptedException {
    return SenseTraining.train(new SenseTraining.Run(corpus, config, SenseSettings.DEFAULT, arena));
  }

  private static double cosine(WordVectors vectors, String one, String other) {
    FloatRows matrix = vectors.matrix();
    return Geometry.between(
        matrix.row(vectors.words().indexOf(one)), matrix.row(vectors.words().indexOf(other)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void dividesATokenThatStandsForTwoWords(int threads) throws InterruptedException {
    SenseTraining.Trained trained = train(CORPUS, config(threads));
    SenseInventory inventory = trained.inventory();
    assertThat(inventory.senses().words()).containsExactly(BANK, BANK);
    List<Cluster> senses = inventory.clusters(BANK);
    assertThat(senses.getFirst().share()).isBetween(0.6, 0.73);
    ContextReader reader = new ContextReader(CORPUS, inventory.space());
    int right = 0;
    int all = 0;
    int[] id = new int[1];
    for (long at = 0; at < CORPUS.encodedTokens(); at++) {
      CORPUS.copyIds(at, id, 1);
      if (id[0] == BANK) {
        double[] likely = SenseInventory.probabilities(senses, reader.at(at, BANK));
        right += likely[1] > 0.5 == BankText.isAboutY(CORPUS, at) ? 1 : 0;
        all++;
      }
    }
    assertThat(all).isEqualTo((int) CORPUS.vocabulary().count(BANK));
    assertThat(right).isGreaterThanOrEqualTo(all - 3);
    double first = 0;
    double second = 0;
    for (int i = 0; i < 100; i++) {
      first +=
          cosine(trained.vectors(), "bank#1", "x" + i)
              - cosine(trained.vectors(), "bank#1", "y" + i);
      second +=
          cosine(trained.vectors(), "bank#2", "x" + i)
              - cosine(trained.vectors(), "bank#2", "y" + i);
    }
    assertThat(first / 100).isPositive();
    assertThat(second / 100).isNegative();
  }

  @Test
  void vectorsAreInTheOrderOfTheVocabularyOfSenses() throws InterruptedException {
    SenseTraining.Trained trained = train(CORPUS, config(1));
    WordList words = trained.vectors().words();
    assertThat(words.size()).isEqualTo(CORPUS.vocabulary().size() + 1);
    assertThat(trained.vectors().matrix().rows()).isEqualTo(words.size());
    assertThat(trained.vectors().dimensions()).isEqualTo(12);
    assertThat(trained.vocabulary().words()).isSameAs(words);
    assertThat(trained.vocabulary().totalCount()).isEqualTo(CORPUS.encodedTokens());
    assertThat(trained.inventory().words()).isSameAs(CORPUS.vocabulary().words());
    assertThat(trained.report().losses()).hasSize(2 + SenseTraining.SENSE_EPOCHS);
    assertThat(trained.report().losses().getLast())
        .isLessThan(trained.report().losses().getFirst());
    assertThat(trained.report().tokens()).isEqualTo(CORPUS.tokens());
  }

  @Test
  void isTheSameToTheBitWithOneThread() throws InterruptedException {
    SenseTraining.Trained one = train(CORPUS, config(1));
    SenseTraining.Trained other = train(CORPUS, config(1));
    assertThat(rows(other.vectors().matrix())).isDeepEqualTo(rows(one.vectors().matrix()));
    assertThat(rows(other.inventory().trees().columns(arena)))
        .isDeepEqualTo(rows(one.inventory().trees().columns(arena)));
    assertThat(other.inventory().senses().shares()).isEqualTo(one.inventory().senses().shares());
    assertThat(other.report().losses()).isEqualTo(one.report().losses());
    SenseTraining.Trained seeded = train(CORPUS, config(1).withExecution(new Execution(1, 2)));
    assertThat(seeded.vectors().matrix().row(0)).isNotEqualTo(one.vectors().matrix().row(0));
  }

  static float[][] rows(FloatRows matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }

  /** Word2Vec with as many epochs is the same training, as long as nothing is divided. */
  @ParameterizedTest
  @EnumSource(Architecture.class)
  void withoutFrequentWordsIsWord2VecOfAsManyEpochs(Architecture architecture)
      throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(BankText.lines(40, 2), arena);
    assertThat(corpus.vocabulary().count(0)).isLessThan(50);
    Word2VecConfig config =
        Word2VecConfig.of(architecture)
            .withDimensions(7)
            .withSample(0)
            .withSchedule(new Schedule(2, 0.05));
    SenseTraining.Trained trained = train(corpus, config);
    Word2Vec.Trained expected =
        Word2Vec.train(new Word2Vec.Run(corpus, SenseTraining.withSenseEpochs(config), arena));
    assertThat(words(trained.vectors())).isEqualTo(words(expected.vectors()));
    assertThat(rows(trained.vectors().matrix())).isDeepEqualTo(rows(expected.vectors().matrix()));
    assertThat(trained.report().losses()).isEqualTo(expected.report().losses());
    assertThat(trained.inventory().trees().rows()).isZero();
    assertThat(trained.inventory().senses().words()).isEmpty();
  }

  private static List<String> words(WordVectors vectors) {
    return IntStream.range(0, vectors.size()).mapToObj(vectors.words()::word).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"only only only\n", "a b\n", "one\none two\nthree two one\n"})
  void tinyCorporaGivePlainWordsAndFiniteContexts(String text) throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(text, arena);
    SenseTraining.Trained trained = train(corpus, config(1));
    assertThat(trained.vectors().size()).isEqualTo(corpus.vocabulary().size());
    for (FloatRows matrix :
        List.of(trained.vectors().matrix(), trained.inventory().space().vectors())) {
      for (float[] row : rows(matrix)) {
        for (float value : row) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @Test
  void aWordWhoseSenseWouldHaveTheNameOfAnotherStaysWhole() throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(TEXT + "bank#1 x1\n", arena);
    SenseTraining.Trained trained = train(corpus, config(1));
    assertThat(words(trained.vectors())).contains("bank", "bank#1").doesNotContain("bank#2");
    assertThat(trained.vectors().size()).isEqualTo(corpus.vocabulary().size());
  }

  @Test
  void listenersReceiveWhatIsDivided() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    SenseTraining.Listener listener =
        new SenseTraining.Listener() {
          @Override
          public void dividing(int words) {
            heard.add("dividing " + words);
          }

          @Override
          public void divided(int words, int senses, double seconds) {
            assertThat(seconds).isPositive();
            heard.add("divided " + words + " into " + senses);
          }
        };
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    SenseTraining.train(
        new SenseTraining.Run(
            CORPUS,
            config(1),
            SenseSettings.DEFAULT,
            arena,
            snapshots::add,
            Checkpoints.none(),
            listener));
    assertThat(heard).containsExactly("dividing 1", "divided 1 into 2");
    assertThat(snapshots.getLast().done()).isEqualTo(4 * CORPUS.tokens());
    assertThat(snapshots.getLast().epochs()).isEqualTo(4);
  }

  @Test
  void whatItLearntOutlivesTheTraining() throws InterruptedException {
    SenseTraining.Trained trained = train(CORPUS, config(1));
    float[] context = new float[trained.inventory().space().features()];
    trained.inventory().space().describe(new int[] {1, BANK, 2}, 3, 1, context);
    List<float[]> centres = trained.inventory().usages(BANK).stream().map(Cluster::centre).toList();
    assertThat(ContextSpace.nearest(centres, context)).isBetween(0, centres.size() - 1);
    assertThat(Objects.requireNonNull(trained.inventory().trees().tree(BANK)).means())
        .allMatch(mean -> Geometry.norm(mean) > 0.1);
  }

  @Test
  void knowsNegativeSamplingOnly() {
    Word2VecConfig tree = config(1).withObjective(new Objective.HierarchicalSoftmax());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SenseTraining.Run(CORPUS, tree, SenseSettings.DEFAULT, arena))
        .withMessage("senses are trained with negative sampling only");
  }

  @Test
  void refusesACorpusWithoutPairs() {
    EncodedCorpus corpus = EncodedTexts.encode("a\nb\nc\n", arena);
    assertThatThrownBy(() -> train(corpus, config(1))).isInstanceOf(NothingToTrainException.class);
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> train(CORPUS, config(1))).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void stopsWhenItIsInterruptedBeforeItDivides() {
    // Nothing is allocated here while words are trained, and context vectors are first.
    Arena interrupting =
        new Arena() {
          @Override
          public MemorySegment allocate(long bytes, long alignment) {
            Thread.currentThread().interrupt();
            return arena.allocate(bytes, alignment);
          }

          @Override
          public MemorySegment.Scope scope() {
            return arena.scope();
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(
            () ->
                SenseTraining.train(
                    new SenseTraining.Run(CORPUS, config(1), SenseSettings.DEFAULT, interrupting)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void stopsWhenItIsInterruptedWhileItDivides(int threads) {
    List<Integer> dividing = new ArrayList<>();
    SenseTraining.Listener listener =
        new SenseTraining.Listener() {
          @Override
          public void dividing(int words) {
            dividing.add(words);
            Thread.currentThread().interrupt();
          }

          @Override
          public void divided(int words, int senses, double seconds) {
            throw new AssertionError();
          }
        };
    assertThatThrownBy(
            () ->
                SenseTraining.train(
                    new SenseTraining.Run(
                        CORPUS,
                        config(threads),
                        SenseSettings.DEFAULT,
                        arena,
                        Progress.NONE,
                        Checkpoints.none(),
                        listener)))
        .isInstanceOf(InterruptedException.class);
    assertThat(dividing).containsExactly(1);
  }
}
