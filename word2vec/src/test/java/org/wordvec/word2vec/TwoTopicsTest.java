package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;

/** Vectors of words of one topic come to lie together, as far as the reference brings them. */
class TwoTopicsTest {
  private static final int SEEDS = 5;
  private static final EncodedCorpus CORPUS =
      Texts.encode(Texts.ofTwoTopics(15, 1_200, 1), Arena.ofAuto());

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
      expected +=
          separation(
              ReferenceTraining.train(CORPUS, config(model, 1, seed), WindowOrder.TILES)
                  .inputs()
                  .toArray(double[][]::new));
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

  private static double[][] train(Word2VecConfig config) throws InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      FloatRows matrix = Word2Vec.train(new Word2Vec.Run(CORPUS, config, arena)).vectors().matrix();
      double[][] rows = new double[matrix.rows()][matrix.dimensions()];
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          rows[row][column] = matrix.get(row, column);
        }
      }
      return rows;
    }
  }

  /** Mean cosine of two words of one topic, less that of two words of different topics. */
  private static double separation(double[][] vectors) {
    Vocabulary vocabulary = CORPUS.vocabulary();
    double same = 0;
    double different = 0;
    int sames = 0;
    int differents = 0;
    for (int left = 0; left < vectors.length; left++) {
      for (int right = 0; right < left; right++) {
        char leftTopic = vocabulary.words().word(left).charAt(0);
        char rightTopic = vocabulary.words().word(right).charAt(0);
        if (leftTopic == 'c' || rightTopic == 'c') {
          continue;
        }
        double cosine = cosine(vectors[left], vectors[right]);
        if (leftTopic == rightTopic) {
          same += cosine;
          sames++;
        } else {
          different += cosine;
          differents++;
        }
      }
    }
    return same / sames - different / differents;
  }

  private static double cosine(double[] left, double[] right) {
    return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
