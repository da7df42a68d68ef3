package org.wordvec.corpora.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.PlainCorpus;

class VocabularyTest {
  private static final VocabularyLimits ALL = new VocabularyLimits(1, 0);
  private static final WordList WORDS =
      WordList.of(List.of("b", "often", "😀", "\uffee", "a", "é", "rare"));
  private static final long[] COUNTS = {7, 20, 7, 7, 7, 7, 1};

  @Test
  void ordersByCountThenCodePoints() {
    Vocabulary vocabulary = Vocabulary.of(WORDS, COUNTS, ALL);
    assertThat(PlainCorpus.words(vocabulary))
        .containsExactly("often", "a", "b", "é", "\uffee", "😀", "rare");
    assertThat(vocabulary.counts()).containsExactly(20, 7, 7, 7, 7, 7, 1);
    assertThat(vocabulary.count(0)).isEqualTo(20);
    assertThat(vocabulary.size()).isEqualTo(7);
    assertThat(vocabulary.totalCount()).isEqualTo(56);
  }

  @Test
  void ordersCountsBeyondTheRangeOfInt() {
    long[] counts = {1L << 33, 3, 1L << 40};
    Vocabulary vocabulary = Vocabulary.of(WordList.of(List.of("a", "b", "c")), counts, ALL);
    assertThat(PlainCorpus.words(vocabulary)).containsExactly("c", "a", "b");
    assertThat(vocabulary.totalCount()).isEqualTo((1L << 33) + (1L << 40) + 3);
  }

  @Test
  void leavesOutWordsBelowTheMinimumCount() {
    Vocabulary vocabulary = Vocabulary.of(WORDS, COUNTS, new VocabularyLimits(7, 0));
    assertThat(PlainCorpus.words(vocabulary)).doesNotContain("rare").hasSize(6);
    assertThat(Vocabulary.of(WORDS, COUNTS, new VocabularyLimits(8, 0)).size()).isEqualTo(1);
    assertThat(Vocabulary.of(WORDS, COUNTS, new VocabularyLimits(21, 0)).size()).isZero();
  }

  @Test
  void keepsTheFirstOfTheOrderUpToTheMaximumSize() {
    Vocabulary vocabulary = Vocabulary.of(WORDS, COUNTS, new VocabularyLimits(1, 3));
    assertThat(PlainCorpus.words(vocabulary)).containsExactly("often", "a", "b");
    assertThat(Vocabulary.of(WORDS, COUNTS, new VocabularyLimits(1, 100)).size()).isEqualTo(7);
  }

  @Test
  void doesNotShareItsCounts() {
    long[] counts = {2, 1};
    Vocabulary vocabulary = Vocabulary.of(WordList.of(List.of("a", "b")), counts, ALL);
    counts[0] = 99;
    vocabulary.counts()[0] = 98;
    assertThat(vocabulary.count(0)).isEqualTo(2);
  }

  @Test
  void rejectsDifferentNumbersOfCountsAndWords() {
    assertThatThrownBy(() -> Vocabulary.of(WORDS, new long[] {1, 2}, ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7 words cannot have 2 counts");
  }

  @Test
  void limitsMustMakeSense() {
    assertThatThrownBy(() -> new VocabularyLimits(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the minimum count must be at least 1, not 0");
    assertThatThrownBy(() -> new VocabularyLimits(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the maximum vocabulary size must be 0 (no limit) or more, not -1");
    assertThat(new VocabularyLimits(1, 0).minimumCount()).isEqualTo(1);
  }
}
