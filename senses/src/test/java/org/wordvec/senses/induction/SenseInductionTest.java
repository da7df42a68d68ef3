package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.senses.BankText;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.testing.EncodedTexts;

class SenseInductionTest {
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(BankText.lines(BankText.SENTENCES, 1), Arena.ofAuto());
  private static final int BANK = CORPUS.vocabulary().words().indexOf(BankText.WORD);

  @AutoClose private final Arena arena = Arena.ofShared();
  private final ContextSpace space = BankText.space(CORPUS.vocabulary(), arena);

  private @Nullable SenseTree[] trees(int[] words, int threads) throws InterruptedException {
    return SenseInduction.trees(
        CORPUS, space, SenseSettings.DEFAULT, CORPUS.vocabulary().counts(), words, 3, threads);
  }

  @Test
  void dividesOnlyWordsThatAreNeitherRareNorFrequent() {
    long[] counts = new long[9];
    Arrays.fill(counts, 49);
    counts[1] = 50;
    counts[3] = 1_000;
    counts[4] = 1_001;
    counts[8] = 1_000_000 - Arrays.stream(counts).limit(8).sum();
    assertThat(SenseInduction.divisible(counts)).containsExactly(1, 3);
    assertThat(SenseInduction.divisible(CORPUS.vocabulary().counts())).containsExactly(BANK);
    assertThat(SenseInduction.divisible(new long[0])).isEmpty();
  }

  @Test
  void dividesAWordOfTwoTopics() throws InterruptedException {
    SenseTree tree = Objects.requireNonNull(trees(new int[] {BANK}, 1)[BANK]);
    assertThat(tree.clusters(SenseSettings.DEFAULT.separation())).isEqualTo(2);
    List<float[]> centres = tree.division(2).stream().map(SenseTree.Cluster::centre).toList();
    ContextReader reader = new ContextReader(CORPUS, space);
    int[] wanted = new int[CORPUS.vocabulary().size()];
    wanted[BANK] = SenseInduction.CONTEXTS;
    long[] places = Occurrences.of(CORPUS, CORPUS.vocabulary().counts(), wanted).places(BANK);
    int first = ContextSpace.nearest(centres, reader.at(places[0], BANK));
    for (long place : places) {
      boolean isLikeFirst =
          BankText.isAboutY(CORPUS, place) == BankText.isAboutY(CORPUS, places[0]);
      assertThat(ContextSpace.nearest(centres, reader.at(place, BANK)) == first)
          .isEqualTo(isLikeFirst);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void findsTheSameOnAnyNumberOfThreads(int threads) throws InterruptedException {
    int[] words = IntStream.range(0, CORPUS.vocabulary().size()).filter(i -> i % 3 == 0).toArray();
    @Nullable SenseTree[] expected = trees(words, 1);
    @Nullable SenseTree[] found = trees(words, threads);
    for (int word = 0; word < expected.length; word++) {
      assertThat(found[word] == null).isEqualTo(word % 3 != 0);
      if (found[word] != null && expected[word] != null) {
        assertThat(found[word].parents()).isEqualTo(expected[word].parents());
        assertThat(found[word].separations()).isEqualTo(expected[word].separations());
        assertThat(found[word].shares()).isEqualTo(expected[word].shares());
        assertThat(found[word].means().toArray(float[][]::new))
            .isDeepEqualTo(expected[word].means().toArray(float[][]::new));
      }
    }
  }

  @Test
  void hasNoTreeForAWordWithoutContexts() throws InterruptedException {
    EncodedCorpus lonely = EncodedTexts.encode("x1\nx1 x1\ny1 y2\n", arena);
    ContextSpace own = BankText.space(lonely.vocabulary(), arena);
    @Nullable SenseTree[] trees =
        SenseInduction.trees(
            lonely,
            own,
            SenseSettings.DEFAULT,
            lonely.vocabulary().counts(),
            new int[] {0, 1, 2},
            1,
            1);
    assertThat(lonely.vocabulary().words().word(0)).isEqualTo("x1");
    assertThat(trees[0]).isNull();
    assertThat(Objects.requireNonNull(trees[1]).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anInterruptionEndsIt(int threads) {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> trees(new int[] {BANK, 1, 2, 3}, threads))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
