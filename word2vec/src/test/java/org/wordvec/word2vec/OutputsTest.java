package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.CounterRandom;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.kernels.InputRows;
import org.wordvec.compute.kernels.LogisticWindow;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;
import org.wordvec.word2vec.Objective.HierarchicalSoftmax;
import org.wordvec.word2vec.Objective.NegativeSampling;

class OutputsTest {
  private static final long[] COUNTS = {500, 200, 100, 50, 10, 1};
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(
          WordList.of(List.of("a", "b", "c", "d", "e", "f")), COUNTS, new VocabularyLimits(1, 0));
  private static final long KEY = CounterRandom.key(1, 0);

  @AutoClose private final Arena arena = Arena.ofConfined();

  private final Matrix input = Matrix.allocate(arena, 1, 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 50})
  void negativeSamplingNeverTakesTheWordItselfForNoise(int negatives) {
    Model model = new Model(arena, new NegativeSampling(negatives, 0.75));
    model.outputs.begin(KEY, 0);
    for (int position = 0; position < 300; position++) {
      int word = position % VOCABULARY.size();
      long[] labels = model.labels(word, position);
      assertThat(labels[word]).isEqualTo(1);
      labels[word] = 0;
      assertThat(Arrays.stream(labels).max()).hasValue(0);
      assertThat(-Arrays.stream(labels).sum()).isBetween(0L, (long) negatives);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.75, 0, 1, -1})
  void negativeSamplingDrawsByThePowerOfTheCount(double exponent) {
    Model model = new Model(arena, new NegativeSampling(5, exponent));
    double[] weights =
        Arrays.stream(COUNTS).mapToDouble(n -> Math.pow((double) n, exponent)).toArray();
    double sum = Arrays.stream(weights).sum();
    int word = 3;
    double[] drawn = new double[COUNTS.length];
    for (int slice = 0; slice < 40; slice++) {
      model.outputs.begin(KEY, slice);
      for (int i = 0; i < 100; i++) {
        long[] labels = model.labels(word, slice * 100L + i);
        for (int other = 0; other < labels.length; other++) {
          drawn[other] -= other == word ? 0 : labels[other];
        }
      }
    }
    for (int other = 0; other < COUNTS.length; other++) {
      double expected = other == word ? 0 : weights[other] / sum;
      double deviation = Math.sqrt(expected / (40 * 100 * 5));
      assertThat(drawn[other] / (40 * 100 * 5)).isCloseTo(expected, within(6 * deviation));
    }
  }

  @Test
  void negativeSamplingDependsOnKeySliceAndPositionAlone() {
    Model one = new Model(arena, new NegativeSampling(20, 0.75));
    Model other = new Model(arena, new NegativeSampling(20, 0.75));
    one.outputs.begin(KEY, 7);
    one.labels(1, 1);
    one.outputs.begin(KEY, 3);
    other.outputs.begin(KEY, 3);
    assertThat(one.labels(1, 500)).isEqualTo(other.labels(1, 500));
    assertThat(one.labels(1, 501)).isNotEqualTo(one.labels(1, 500));
  }

  @Test
  void hierarchicalSoftmaxFollowsThePathWithLabelOneWhereTheCodeIsZero() {
    Model model = new Model(arena, new HierarchicalSoftmax());
    HuffmanTree tree = HuffmanTree.of(COUNTS);
    model.outputs.begin(KEY, 0);
    for (int word = 0; word < COUNTS.length; word++) {
      long[] expected = new long[COUNTS.length - 1];
      for (int at = tree.start(word); at < tree.start(word + 1); at++) {
        expected[tree.node(at)] = tree.branch(at) ? -1 : 1;
      }
      assertThat(model.labels(word, 0)).isEqualTo(expected);
    }
  }

  @Test
  void hierarchicalSoftmaxOfOneWordHasARowThatIsNotUsed() {
    Vocabulary single =
        Vocabulary.of(WordList.of(List.of("a")), new long[] {9}, new VocabularyLimits(1, 0));
    assertThat(Outputs.rows(new HierarchicalSoftmax(), single)).isEqualTo(1);
    assertThat(Outputs.rows(new HierarchicalSoftmax(), VOCABULARY)).isEqualTo(5);
    assertThat(Outputs.rows(new NegativeSampling(5, 0.75), VOCABULARY)).isEqualTo(6);
  }

  /** Outputs, seen by what they train. */
  private final class Model {
    private final Matrix matrix;
    private final Outputs outputs;
    private final LogisticWindow window;
    private final InputRows sentence;

    Model(Arena arena, Objective objective) {
      matrix = Matrix.allocate(arena, Outputs.rows(objective, VOCABULARY), 1);
      outputs = Outputs.factory(objective, VOCABULARY, matrix, 0, 1).get();
      window = outputs.window(arena, input);
      sentence = new InputRows(arena, input);
      sentence.add(0);
    }

    /** For each row: how often it was added with label 1, less how often with label 0. */
    long[] labels(int word, long position) {
      for (int row = 0; row < matrix.rows(); row++) {
        matrix.set(row, 0, 0);
      }
      // From zero, a row goes up by half a rate with label 1 and down as much with label 0.
      input.set(0, 0, 1);
      window.clear();
      window.addInputs(sentence, 0, 1);
      outputs.addTo(window, word, KEY, position);
      window.trainEach(0.001f, null);
      long[] labels = new long[matrix.rows()];
      for (int row = 0; row < labels.length; row++) {
        labels[row] = Math.round(matrix.get(row, 0) / 0.0005);
      }
      return labels;
    }
  }
}
