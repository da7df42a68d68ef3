package org.wordvec.senses;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.Occurrences;
import org.wordvec.senses.induction.SenseInduction;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.testing.EncodedTexts;

class SenseCorpusTest {
  /** Divides nearly every word into two or more. */
  private static final SenseSettings EAGER = new SenseSettings(4, 1, 0.1);

  private static final String TEXT = BankText.lines(BankText.SENTENCES, 1);
  private static final EncodedCorpus CORPUS = EncodedTexts.encode(TEXT, Arena.ofAuto());

  @AutoClose private final Arena arena = Arena.ofShared();

  private SenseCorpus divided(EncodedCorpus corpus, SenseSettings settings, int threads)
      throws InterruptedException {
    ContextSpace space = BankText.space(corpus.vocabulary(), arena);
    long[] counts = Occurrences.counts(corpus);
    int[] words =
        IntStream.range(0, counts.length)
            .filter(word -> settings.equals(EAGER) || counts[word] < 100)
            .filter(word -> counts[word] >= SenseInduction.LEAST_COUNT)
            .toArray();
    @Nullable SenseTree[] trees =
        SenseInduction.trees(corpus, space, settings, counts, words, 1, 1);
    return SenseCorpus.of(corpus, space, trees, settings, threads, arena);
  }

  private static int[] ids(EncodedCorpus corpus) {
    return corpus.ids().toArray(ValueLayout.JAVA_INT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void everyTokenBecomesASenseOfItsWord(int threads) throws InterruptedException {
    SenseCorpus divided = divided(CORPUS, EAGER, threads);
    int[] words = ids(CORPUS);
    int[] senses = ids(divided.corpus());
    assertThat(senses).hasSameSizeAs(words);
    for (int at = 0; at < words.length; at++) {
      assertThat(divided.origins()[senses[at]]).isEqualTo(words[at]);
    }
    assertThat(divided.corpus().sentences()).isEqualTo(CORPUS.sentences());
    assertThat(divided.corpus().tokens()).isEqualTo(CORPUS.tokens());
    assertThat(divided.origins()).hasSizeGreaterThan(2 * CORPUS.vocabulary().size());
  }

  @Test
  void isTheSameOnAnyNumberOfThreads() throws InterruptedException {
    SenseCorpus one = divided(CORPUS, EAGER, 1);
    SenseCorpus three = divided(CORPUS, EAGER, 3);
    assertThat(ids(three.corpus())).isEqualTo(ids(one.corpus()));
    assertThat(three.origins()).isEqualTo(one.origins());
    assertThat(three.inventory().senses().shares()).isEqualTo(one.inventory().senses().shares());
  }

  @Test
  void countsOfSensesSumUpToThoseOfTheirWords() throws InterruptedException {
    SenseCorpus divided = divided(CORPUS, EAGER, 1);
    Vocabulary senses = divided.corpus().vocabulary();
    assertThat(senses.counts()).isEqualTo(Occurrences.counts(divided.corpus()));
    long[] sums = new long[CORPUS.vocabulary().size()];
    for (int sense = 0; sense < senses.size(); sense++) {
      sums[divided.origins()[sense]] += senses.count(sense);
      assertThat(sense == 0 || senses.count(sense) <= senses.count(sense - 1)).isTrue();
    }
    assertThat(sums).isEqualTo(CORPUS.vocabulary().counts());
  }

  @Test
  void theMainSenseIsTheFirst() throws InterruptedException {
    SenseCorpus divided = divided(CORPUS, EAGER, 1);
    SenseInventory inventory = divided.inventory();
    Vocabulary senses = divided.corpus().vocabulary();
    for (int word = 0; word < CORPUS.vocabulary().size(); word++) {
      float[] shares = inventory.senses().shares(word);
      long before = Long.MAX_VALUE;
      for (int sense = 0; sense < shares.length; sense++) {
        int id = senses.words().indexOf(inventory.name(word, sense));
        assertThat(divided.origins()[id]).isEqualTo(word);
        assertThat(senses.count(id)).isLessThanOrEqualTo(before);
        float share = (float) ((double) senses.count(id) / CORPUS.vocabulary().count(word));
        assertThat(shares[sense]).isEqualTo(share);
        before = senses.count(id);
      }
    }
  }

  @Test
  void eachTokenHasTheSenseWhoseClusterIsNearest() throws InterruptedException {
    SenseCorpus divided = divided(CORPUS, SenseSettings.DEFAULT, 1);
    Vocabulary senses = divided.corpus().vocabulary();
    assertThat(senses.size()).isEqualTo(CORPUS.vocabulary().size() + 1);
    assertThat(senses.words().indexOf(BankText.WORD)).isNegative();
    int first = senses.words().indexOf("bank#1");
    int second = senses.words().indexOf("bank#2");
    int[] ids = ids(divided.corpus());
    int found = 0;
    for (int at = 0; at < ids.length; at++) {
      if (ids[at] == first || ids[at] == second) {
        assertThat(ids[at] == second).isEqualTo(BankText.isAboutY(CORPUS, at));
        found++;
      }
    }
    assertThat(found)
        .isEqualTo(
            (int) CORPUS.vocabulary().count(CORPUS.vocabulary().words().indexOf(BankText.WORD)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bank#1", "bank#2"})
  void aWordWhoseSenseWouldHaveTheNameOfAnotherStaysWhole(String taken)
      throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(TEXT + taken + " x1\n", arena);
    SenseCorpus divided = divided(corpus, SenseSettings.DEFAULT, 1);
    assertThat(divided.corpus().vocabulary().size()).isEqualTo(corpus.vocabulary().size());
    assertThat(ids(divided.corpus())).isEqualTo(ids(corpus));
    int bank = corpus.vocabulary().words().indexOf(BankText.WORD);
    assertThat(divided.inventory().senses().words()).isEmpty();
    assertThat(divided.inventory().name(bank, 0)).isEqualTo(BankText.WORD);
    // Its division is kept.
    assertThat(divided.inventory().usages(bank)).hasSizeGreaterThan(1);
    assertThat(divided.inventory().clusters(bank)).hasSize(1);
  }

  @Test
  void aNameOfASenseThatDoesNotComeAboutIsNoneThatIsTaken() throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode(TEXT + "bank#3 x1\n", arena);
    SenseCorpus divided = divided(corpus, SenseSettings.DEFAULT, 1);
    assertThat(divided.inventory().senses().words()).hasSize(2);
    assertThat(divided.corpus().vocabulary().words().indexOf("bank#2")).isNotNegative();
  }

  @Test
  void nothingChangesWithoutTrees() throws InterruptedException {
    EncodedCorpus corpus = EncodedTexts.encode("a b\nb c a a\n", arena);
    SenseCorpus divided = divided(corpus, SenseSettings.DEFAULT, 1);
    assertThat(ids(divided.corpus())).isEqualTo(ids(corpus));
    assertThat(divided.corpus().vocabulary().counts()).isEqualTo(corpus.vocabulary().counts());
    assertThat(divided.origins()).containsExactly(0, 1, 2);
    assertThat(divided.inventory().trees().rows()).isZero();
  }

  @Test
  void leavesTheGivenCorpusAsItIs() throws InterruptedException {
    int[] before = ids(CORPUS);
    divided(CORPUS, EAGER, 1);
    assertThat(Arrays.equals(ids(CORPUS), before)).isTrue();
  }
}
