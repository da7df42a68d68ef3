package org.wordvec.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.WordList;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.TrainedReference;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;

class FastTextTest {
  private static final Objective SAMPLING =
      new Objective.NegativeSampling(5, FastTextConfig.DEFAULT_NOISE_EXPONENT);
  private static final Subwords SUBWORDS = new Subwords(3, 6, 5_000);

  @AutoClose private final Arena arena = Arena.ofShared();
  private final EncodedCorpus corpus = EncodedTexts.encode(Texts.TOPICS.lines(1_500, 1), arena);

  static Stream<Arguments> models() {
    return Texts.models(SAMPLING, SUBWORDS, 7).map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("models")
  void wordsOfOneTopicBecomeNeighbours(FastTextConfig config) throws InterruptedException {
    FastText.Trained trained = train(config);
    WordVectors vectors = trained.model().wordVectors(arena);
    assertThat(Texts.TOPICS.separation(vectors.words(), vectors.matrix()::row)).isGreaterThan(0.5);
    List<Double> losses = trained.report().losses();
    assertThat(losses.getLast()).isLessThan(losses.getFirst());
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheReference(FastTextConfig config) throws InterruptedException {
    EncodedCorpus little = EncodedTexts.encode(Texts.TOPICS.lines(150, 1), arena);
    TrainedReference expected = ReferenceTraining.train(little, config);
    FastText.Trained found = FastText.train(new FastText.Run(little, config, arena));
    assertThat(expected.deviation(found.inputs())).isLessThan(1e-3);
  }

  /** At a low rate, so that the loss of every 64th window, which is measured, is that of all. */
  @ParameterizedTest
  @MethodSource("models")
  void reportsTheLossOfTheReference(FastTextConfig config) throws InterruptedException {
    EncodedCorpus little = EncodedTexts.encode(Texts.TOPICS.lines(150, 1), arena);
    FastTextConfig slow =
        config.withPrediction(config.prediction().withSchedule(new Schedule(2, 0.005)));
    TrainedReference expected = ReferenceTraining.train(little, slow);
    FastText.Trained found = FastText.train(new FastText.Run(little, slow, arena));
    for (int epoch = 0; epoch < 2; epoch++) {
      double loss = expected.losses().get(epoch);
      assertThat(found.report().losses().get(epoch)).isCloseTo(loss, within(0.05 * loss));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void oneThreadAndASeedGiveTheSameModelTwice(FastTextConfig config) throws InterruptedException {
    FastText.Trained first = train(config);
    FastText.Trained second = train(config);
    assertThat(first.inputs().segment().mismatch(second.inputs().segment())).isEqualTo(-1);
    assertThat(first.outputs().segment().mismatch(second.outputs().segment())).isEqualTo(-1);
  }

  /** All changes of such a window at once would be a step that overshoots. */
  @Test
  void aWideWindowOfFrequentWordsDoesNotDiverge() throws InterruptedException {
    String line = Texts.TOPICS.lines(200, 1).replace('\n', ' ');
    EncodedCorpus oneLine = EncodedTexts.encode(line + "\n", arena);
    FastTextConfig usual = Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 1, 3);
    FastTextConfig wide = usual.withPrediction(usual.prediction().withWindow(300));
    List<Double> losses = FastText.train(new FastText.Run(oneLine, wide, arena)).report().losses();
    assertThat(losses.getLast()).isLessThan(3);
  }

  @Test
  void outOfVocabularyWordsAreNearWordsOfTheirStem() throws InterruptedException {
    FastTextModel model =
        train(Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 1, 3)).model();
    Neighbors neighbors = new Neighbors(model.wordVectors(arena), model);
    assertThat(model.words().indexOf("flowerzz")).isEqualTo(-1);
    assertThat(neighbors.nearest("flowerzz", 5))
        .allSatisfy(found -> assertThat(found.word()).startsWith("flower"));
    assertThat(neighbors.similarity("flowerzz", "flowera"))
        .isGreaterThan(neighbors.similarity("flowerzz", "enginea"));
  }

  @Test
  void everyRowIsInitialisedWithinFastTextsBound() throws InterruptedException {
    Matrix inputs = train(Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 2, 3)).inputs();
    assertThat(inputs.rows()).isEqualTo(corpus.vocabulary().size() + 5_000);
    for (int row = 0; row < inputs.rows(); row++) {
      assertThat(inputs.row(row)).doesNotContain(0);
    }
    // The corpus has far fewer n-grams than there are buckets, so most rows are as they began.
    long within = 0;
    for (int row = 0; row < inputs.rows(); row++) {
      boolean small = true;
      for (float value : inputs.row(row)) {
        small &= Math.abs(value) <= 0.1f;
      }
      within += small ? 1 : 0;
    }
    assertThat(within).isGreaterThan(4_000);
  }

  @Test
  void wordsStartFromPretrainedVectors() throws InterruptedException {
    WordList words = WordList.of(List.of("flowera", "stranger"));
    Matrix matrix = Matrix.allocate(arena, 2, 10);
    float[] far = new float[10];
    far[3] = 50;
    matrix.setRow(0, far);
    FastText.Trained trained =
        FastText.train(
            new FastText.Run(
                    corpus, Texts.config(Architecture.CBOW, SAMPLING, SUBWORDS, 1, 3), arena)
                .withPretrained(new WordVectors(words, matrix)));
    int id = trained.vocabulary().words().indexOf("flowera");
    assertThat(trained.inputs().get(id, 3)).isGreaterThan(20);
    assertThat(trained.vocabulary().words().indexOf("stranger")).isEqualTo(-1);
  }

  @Test
  void pretrainedVectorsMustHaveTheSameDimensions() {
    WordVectors other =
        new WordVectors(WordList.of(List.of("flowera")), Matrix.allocate(arena, 1, 9));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FastText.train(
                    new FastText.Run(
                            corpus,
                            Texts.config(Architecture.CBOW, SAMPLING, SUBWORDS, 1, 3),
                            arena)
                        .withPretrained(other)))
        .withMessage("the pretrained vectors have 9 dimensions, the model 10");
  }

  @Test
  void theSharesOfTheRowsAddUpToOne() throws InterruptedException {
    FastTextModel model =
        train(Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 1, 3)).model();
    for (String word : List.of("flowera", "flowerzz")) {
      List<FastTextModel.Part> parts = model.parts(word);
      assertThat(parts.stream().mapToDouble(FastTextModel.Part::share).sum())
          .isCloseTo(1, within(1e-5));
      assertThat(parts).extracting(FastTextModel.Part::text).contains("<flo", "flower");
    }
    assertThat(model.parts("flowera").getFirst().text()).isEqualTo("flowera");
    assertThat(model.parts("flowerzz").getFirst().text()).isEqualTo("<fl");
  }

  @Test
  void aWordTooShortForNgramsHasNoVectorUnlessKnown() throws InterruptedException {
    FastTextModel model =
        train(Texts.config(Architecture.CBOW, SAMPLING, new Subwords(6, 6, 100), 1, 3)).model();
    assertThat(model.vector("xy")).isEmpty();
    assertThat(model.vector("ca")).isPresent();
  }

  private FastText.Trained train(FastTextConfig config) throws InterruptedException {
    return FastText.train(new FastText.Run(corpus, config, arena));
  }
}
