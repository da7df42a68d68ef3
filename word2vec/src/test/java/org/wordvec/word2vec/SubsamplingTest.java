package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.CounterRandom;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;

class SubsamplingTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(
          WordList.of(List.of("the", "of", "rare", "once")),
          new long[] {60_000, 30_000, 9_999, 1},
          new VocabularyLimits(1, 0));
  private static final long KEY = CounterRandom.key(3, 1);

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-3, 0.05, 0.2, 0.9})
  void keepsWordsAtTheRateOfWord2vecC(double sample) {
    Subsampling subsampling = Subsampling.of(VOCABULARY, sample);
    int draws = 100_000;
    for (int word = 0; word < VOCABULARY.size(); word++) {
      int[] words = new int[draws];
      Arrays.fill(words, word);
      int kept = subsampling.keep(words, draws, new int[draws], KEY, (long) word * draws);
      double frequency = VOCABULARY.count(word) / 100_000.0;
      double expected = Math.min(1, Math.sqrt(sample / frequency) + sample / frequency);
      double deviation = Math.sqrt(expected * (1 - expected) / draws);
      assertThat((double) kept / draws).isCloseTo(expected, within(5 * deviation + 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void keepsAllWordsWithNoneOrTheGreatestThreshold(double sample) {
    int[] words = {0, 0, 1, 3, 2, 0};
    int[] places = new int[6];
    assertThat(Subsampling.of(VOCABULARY, sample).keep(words, 6, places, KEY, 0)).isEqualTo(6);
    assertThat(words).containsExactly(0, 0, 1, 3, 2, 0);
    assertThat(places).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void movesWhatItKeepsToTheFrontInOrder() {
    Subsampling subsampling = Subsampling.of(VOCABULARY, 0.05);
    int[] before = new int[1000];
    Arrays.setAll(before, i -> i % 4);
    int[] words = before.clone();
    int[] places = new int[1000];
    int kept = subsampling.keep(words, 1000, places, KEY, 5000);
    assertThat(kept).isBetween(300, 999);
    for (int i = 0; i < kept; i++) {
      assertThat(words[i]).isEqualTo(before[places[i]]);
      assertThat(i == 0 || places[i] > places[i - 1]).isTrue();
    }
  }

  @Test
  void decidesByKeyAndPositionInTheCorpus() {
    Subsampling subsampling = Subsampling.of(VOCABULARY, 1e-3);
    List<Integer> whole = keptPositions(subsampling, 0, 2000, KEY);
    List<Integer> part = keptPositions(subsampling, 700, 300, KEY);
    assertThat(part)
        .isEqualTo(whole.stream().filter(at -> at >= 700 && at < 1000).toList())
        .isNotEmpty();
    assertThat(keptPositions(subsampling, 0, 2000, CounterRandom.key(3, 2))).isNotEqualTo(whole);
  }

  private static List<Integer> keptPositions(
      Subsampling subsampling, int from, int length, long key) {
    int[] places = new int[length];
    int kept = subsampling.keep(new int[length], length, places, key, from);
    return Arrays.stream(places, 0, kept).map(place -> from + place).boxed().toList();
  }
}
