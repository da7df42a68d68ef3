package org.wordvec.senses.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.Geometry;

class ContextSpaceTest {
  private static final int WORDS = 12;
  private static final int DIMENSIONS = 5;

  @AutoClose private final Arena arena = Arena.ofShared();
  private final Matrix vectors = random(WORDS);
  private final float[] weights = weights();
  private final ContextSpace space = new ContextSpace(vectors, weights);

  private Matrix random(int rows) {
    Random random = new Random(1);
    Matrix matrix = Matrix.allocate(arena, rows, DIMENSIONS);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < DIMENSIONS; i++) {
        matrix.set(row, i, random.nextFloat() - 0.3f);
      }
    }
    return matrix;
  }

  private static float[] weights() {
    float[] weights = new float[WORDS];
    for (int word = 0; word < WORDS; word++) {
      weights[word] = 1f / (word + 1);
    }
    return weights;
  }

  /** The description, written down plainly. */
  private double[] reference(int[] words, int length, int place) {
    double[] expected = new double[3 * DIMENSIONS];
    for (int at = 0; at < length; at++) {
      int distance = Math.abs(at - place);
      if (words[at] < 0 || words[at] == words[place] || distance > 10) {
        continue;
      }
      for (int i = 0; i < DIMENSIONS; i++) {
        double value = vectors.get(words[at], i);
        expected[i] += weights[words[at]] * value;
        if (at == place - 1) {
          expected[DIMENSIONS + i] = value;
        }
        if (at == place + 1) {
          expected[2 * DIMENSIONS + i] = value;
        }
      }
    }
    scale(expected, 0, DIMENSIONS, 0.7);
    scale(expected, DIMENSIONS, 3 * DIMENSIONS, 0.3);
    return expected;
  }

  private static void scale(double[] values, int from, int end, double square) {
    double squares = 0;
    for (int i = from; i < end; i++) {
      squares += values[i] * values[i];
    }
    for (int i = from; i < end && squares > 0; i++) {
      values[i] *= Math.sqrt(square / squares);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 11, 12, 21, 22, 40})
  void describesAsThePlainReferenceDoes(int length) {
    Random random = new Random(length);
    float[] found = new float[space.features()];
    for (int sentence = 0; sentence < 50; sentence++) {
      int[] words = new int[length + 3];
      Arrays.setAll(words, i -> random.nextInt(-2, WORDS));
      for (int place = 0; place < length; place++) {
        words[place] = Math.max(0, words[place]);
        space.describe(words, length, place, found);
        double[] expected = reference(words, length, place);
        for (int i = 0; i < expected.length; i++) {
          assertThat((double) found[i]).isCloseTo(expected[i], within(1e-5));
        }
      }
    }
  }

  @Test
  void anOccurrenceBetweenOthersHasLengthOne() {
    float[] context = new float[space.features()];
    space.describe(new int[] {1, 2, 3}, 3, 1, context);
    assertThat(Geometry.norm(context)).isCloseTo(1, within(1e-6));
    assertThat(Geometry.norm(Arrays.copyOf(context, DIMENSIONS)))
        .isCloseTo(Math.sqrt(0.7), within(1e-6));
  }

  @Test
  void anOccurrenceWithoutOtherWordsIsZero() {
    float[] context = new float[space.features()];
    for (int[] words : new int[][] {{4}, {4, 4}, {4, -1}, {4, 4, -1, 4}}) {
      Arrays.fill(context, 1);
      space.describe(words, words.length, 0, context);
      assertThat(context).containsOnly(0);
    }
  }

  @Test
  void theWordItselfIsLeftOutWhereverItOccurs() {
    float[] alone = new float[space.features()];
    float[] repeated = new float[space.features()];
    space.describe(new int[] {1, 7, 2, -1, 3}, 5, 1, alone);
    space.describe(new int[] {1, 7, 2, 7, 3}, 5, 1, repeated);
    assertThat(repeated).isEqualTo(alone);
    space.describe(new int[] {1, 7, 7, 3}, 4, 1, repeated);
    assertThat(Arrays.copyOfRange(repeated, 2 * DIMENSIONS, 3 * DIMENSIONS)).containsOnly(0);
  }

  @Test
  void writesNothingBehindTheDescription() {
    float[] target = new float[space.features() + 2];
    Arrays.fill(target, 9);
    space.describe(new int[] {1, 2, 3}, 3, 1, target);
    assertThat(Arrays.copyOfRange(target, space.features(), target.length)).containsOnly(9);
    assertThat(Arrays.copyOf(target, space.features())).doesNotContain(9f);
  }

  @Test
  void keepsItsOwnWeights() {
    float[] given = weights();
    ContextSpace other = new ContextSpace(vectors, given);
    given[0] = 9;
    other.weights()[1] = 9;
    assertThat(other.weights()).isEqualTo(weights());
    assertThat(other.vectors()).isSameAs(vectors);
    assertThat(other.features()).isEqualTo(15);
  }

  @Test
  void weightsAreTheProbabilitiesOfSubsampling() {
    long[] counts = {900_000, 99_000, 990, 9, 1};
    float[] found = ContextSpace.weights(vocabulary(counts));
    for (int word = 0; word < counts.length; word++) {
      double frequency = counts[word] / 1e6;
      double expected = Math.min(1, Math.sqrt(1e-4 / frequency) + 1e-4 / frequency);
      assertThat((double) found[word]).isCloseTo(expected, within(1e-7));
    }
    assertThat(found[0]).isLessThan(0.011f);
    assertThat(found[4]).isEqualTo(1);
  }

  private static Vocabulary vocabulary(long... counts) {
    List<String> words = IntStream.range(0, counts.length).mapToObj(i -> "w" + i).toList();
    return Vocabulary.ranked(WordList.of(words), counts);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whitensAllVectorsByThatOfWeightedCounts(int threads) throws InterruptedException {
    long[] counts = new long[2_500];
    Arrays.setAll(counts, word -> 1_000_000 / (word + 1));
    Matrix inputs = random(counts.length);
    Vocabulary vocabulary = vocabulary(counts);
    ContextSpace found = ContextSpace.of(inputs, vocabulary, threads, arena);
    float[] keeping = ContextSpace.weights(vocabulary);
    assertThat(found.weights()).isEqualTo(keeping);
    double[] mass = new double[counts.length];
    Arrays.setAll(mass, word -> (double) keeping[word] * counts[word]);
    Whitening whitening = Whitening.of(inputs, mass);
    for (int word = 0; word < counts.length; word++) {
      assertThat(found.vectors().row(word)).isEqualTo(whitening.apply(inputs.row(word)));
    }
  }

  @Test
  void theNearestCentreHasTheGreatestProductAndIsTheFirstOfEquals() {
    List<float[]> centres =
        List.of(new float[] {-1, 0}, new float[] {0, 1}, new float[] {1, 0}, new float[] {0, 1});
    assertThat(ContextSpace.nearest(centres, new float[] {0.9f, 0.1f})).isEqualTo(2);
    assertThat(ContextSpace.nearest(centres, new float[] {0.1f, 0.9f})).isEqualTo(1);
    assertThat(ContextSpace.nearest(centres, new float[] {-3, -1})).isZero();
    assertThat(ContextSpace.nearest(centres, new float[2])).isZero();
  }
}
