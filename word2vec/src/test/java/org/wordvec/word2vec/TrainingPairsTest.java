package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.NothingToTrainException;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.testing.EncodedTexts;

class TrainingPairsTest {
  private static Word2VecConfig config(Architecture architecture, double sample, int epochs) {
    return Word2VecConfig.of(architecture)
        .withObjective(new Objective.HierarchicalSoftmax())
        .withDimensions(3)
        .withWindow(2)
        .withSample(sample)
        .withSchedule(new Schedule(epochs, 0.05))
        .withExecution(new Execution(1, 1));
  }

  @ParameterizedTest
  @EnumSource
  void oneWordALineTrainsNothing(Architecture architecture) {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode("king\nqueen\nking\nman\n", arena);
      assertThat(TrainingPairs.epochs(corpus, config(architecture, 0, 3))).isZero();
      assertThatThrownBy(
              () -> Word2Vec.train(new Word2Vec.Run(corpus, config(architecture, 0, 3), arena)))
          .isInstanceOf(NothingToTrainException.class)
          .hasMessage(
              "there is no pair of words to train: no line has two words of the vocabulary");
    }
  }

  @Test
  void aSampleThatLeavesNothingTrainsNothing() throws InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode("a b c\nc b a\n", arena);
      Word2VecConfig config = config(Architecture.SKIP_GRAM, 1e-9, 2);
      assertThat(TrainingPairs.epochs(corpus, config)).isZero();
      assertThatThrownBy(() -> Word2Vec.train(new Word2Vec.Run(corpus, config, arena)))
          .isInstanceOf(NothingToTrainException.class)
          .hasMessageContaining("subsampling with 1.0E-9");
    }
  }

  @Test
  void onlyTheDefaultSampleGivesWayToASmallText() {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode("a b c\nc b a\n", arena);
      Word2VecConfig usual = config(Architecture.CBOW, Word2VecConfig.DEFAULT_SAMPLE, 2);
      assertThat(TrainingPairs.fitted(corpus, usual)).isEqualTo(usual.withSample(0));
      Word2VecConfig chosen = usual.withSample(1e-5);
      assertThat(TrainingPairs.fitted(corpus, chosen)).isEqualTo(chosen);
    }
  }

  @Test
  void anOrdinaryTextKeepsItsSample() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      text.append("w").append(i % 9973).append(i % 10 == 9 ? "\n" : " ");
    }
    try (Arena arena = Arena.ofShared()) {
      Word2VecConfig usual = config(Architecture.CBOW, Word2VecConfig.DEFAULT_SAMPLE, 5);
      assertThat(TrainingPairs.fitted(EncodedTexts.encode(text.toString(), arena), usual))
          .isEqualTo(usual);
    }
  }

  /** An epoch has a pair if and only if the training measures a loss in it. */
  @Test
  void epochsWithPairsAreThoseWithALoss() throws InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = EncodedTexts.encode("a b c d\nd c b a\na c\nb d\n", arena);
      for (double sample : new double[] {0, 1e-3, 1e-2, 1e-1}) {
        Word2VecConfig config = config(Architecture.CBOW, sample, 60);
        int epochs = TrainingPairs.epochs(corpus, config);
        long measured =
            epochs == 0
                ? 0
                : Word2Vec.train(new Word2Vec.Run(corpus, config, arena)).report().losses().stream()
                    .filter(Double::isFinite)
                    .count();
        assertThat(measured).as("sample %s", sample).isEqualTo(epochs);
      }
    }
  }
}
