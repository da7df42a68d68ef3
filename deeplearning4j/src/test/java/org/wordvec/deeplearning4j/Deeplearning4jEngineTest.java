package org.wordvec.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Deeplearning4j's trainer learns on our corpus, CBOW with negative sampling too. */
class Deeplearning4jEngineTest {
  private final Deeplearning4jEngine engine = new Deeplearning4jEngine();

  static List<Word2VecConfig> models() {
    List<Word2VecConfig> models = new ArrayList<>();
    for (Architecture architecture : Architecture.values()) {
      models.add(Trainings.config(architecture, Trainings.NEGATIVES));
      models.add(Trainings.config(architecture, Trainings.SOFTMAX));
    }
    return models;
  }

  @ParameterizedTest
  @MethodSource("models")
  void learnsTopics(Word2VecConfig config) throws Exception {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Trainings.corpus(arena);
      List<Progress.Snapshot> reported = new ArrayList<>();
      Word2Vec.Trained trained = engine.train(corpus, config, arena, reported::add);

      Neighbors neighbors = new Neighbors(trained.vectors());
      int same = 0;
      for (String word : List.of("a0", "a1", "a2", "b0", "b1", "b2")) {
        for (Neighbor near : neighbors.nearest(word, 5)) {
          same += near.word().charAt(0) == word.charAt(0) ? 1 : 0;
        }
      }
      // By chance it would be 15 of 30.
      assertThat(same).isGreaterThanOrEqualTo(27);
      assertThat(trained.report().losses()).hasSize(config.schedule().epochs());
      assertThat(reported.getLast().done()).isEqualTo(reported.getLast().total());
    }
  }

  @Test
  void saysThatCbowWithNegativesIsSlow() {
    assertThat(engine.check(Trainings.config(Architecture.CBOW, Trainings.NEGATIVES)))
        .singleElement()
        .asString()
        .contains("batches of one window");
    assertThat(engine.check(Trainings.config(Architecture.CBOW, Trainings.SOFTMAX))).isEmpty();
  }

  @Test
  void refusesANoiseExponentThatItDoesNotHave() {
    Word2VecConfig config =
        Trainings.config(Architecture.SKIP_GRAM, new Objective.NegativeSampling(5, 0.5));

    assertThatThrownBy(() -> engine.check(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.75");
  }
}
