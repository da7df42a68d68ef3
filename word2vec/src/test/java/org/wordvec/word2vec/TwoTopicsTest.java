package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.testing.TopicText;

/** Vectors of words of one topic come to lie together, as far as the reference brings them. */
class TwoTopicsTest {
  private static final int SEEDS = 5;
  private static final TopicText TEXT = TopicText.ofTwo(15);
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(TEXT.lines(1_200, 1), Arena.ofAuto());

  static List<Word2VecConfig> models() {
    return Word2VecTest.models().toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void areSeparatedAsByTheReference(Word2VecConfig model) throws InterruptedException {
    double expected = 0;
    double found = 0;
    double foundByFour = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      List<double[]> reference =
          ReferenceTraining.train(CORPUS, config(model, 1, seed), WindowOrder.BLOCKS).inputs();
      expected += separation(id -> floats(reference.get(id)));
      found += separation(train(config(model, 1, 100 + seed)));
      foundByFour += separation(train(config(model, 4, 200 + seed)));
    }
    assertThat(expected / SEEDS).isGreaterThan(0.5);
    assertThat(found / SEEDS).isCloseTo(expected / SEEDS, within(0.05));
    // On so few words threads overwrite each other's work.
    assertThat(foundByFour / SEEDS).isGreaterThan(0.6 * expected / SEEDS);
  }

  private static Word2VecConfig config(Word2VecConfig model, int threads, long seed) {
    double rate = 2 * Word2VecConfig.defaultRate(model.architecture());
    return model
        .withDimensions(10)
        .withWindow(5)
        .withSample(0)
        .withSchedule(new Schedule(5, rate))
        .withExecution(new Execution(threads, seed));
  }

  private static IntFunction<float[]> train(Word2VecConfig config) throws InterruptedException {
    return Word2Vec.train(new Word2Vec.Run(CORPUS, config, Arena.ofAuto())).vectors().matrix()::row;
  }

  private static float[] floats(double[] vector) {
    float[] floats = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      floats[i] = (float) vector[i];
    }
    return floats;
  }

  private static double separation(IntFunction<float[]> vectors) {
    return TEXT.separation(CORPUS.vocabulary().words(), vectors);
  }
}
