package org.wordvec.senses.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.senses.BankText;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.SenseTable;
import org.wordvec.senses.evaluation.PseudoWord.Kind;
import org.wordvec.senses.evaluation.PseudoWordEvaluation.Result;
import org.wordvec.senses.induction.SenseInduction;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.senses.induction.TreeTable;
import org.wordvec.testing.EncodedTexts;

/** Words of two topics that are taken for one. */
class PseudoWordEvaluationTest {
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(
          BankText.lines(BankText.SENTENCES, 1) + "lonely\nlonely\n", Arena.ofAuto());

  @AutoClose private final Arena arena = Arena.ofShared();

  private static int id(String word) {
    return CORPUS.vocabulary().words().indexOf(word);
  }

  private List<Result> evaluate(int threads, PseudoWord... words) throws InterruptedException {
    return evaluate(CORPUS, threads, words);
  }

  private List<Result> evaluate(EncodedCorpus corpus, int threads, PseudoWord... words)
      throws InterruptedException {
    SenseInventory inventory =
        new SenseInventory(
            corpus.vocabulary().words(),
            BankText.space(corpus.vocabulary(), arena),
            SenseSettings.DEFAULT,
            TreeTable.of(new @Nullable SenseTree[corpus.vocabulary().size()]),
            new SenseTable(new int[0], new int[0], new float[0]));
    return new PseudoWordEvaluation(corpus, inventory, 3, threads).evaluate(Arrays.asList(words));
  }

  @Test
  void wordsOfTwoTopicsAreToldApart() throws InterruptedException {
    PseudoWord far = new PseudoWord(Kind.FAR, 1, id("x1"), id("y2"));
    Result result = evaluate(1, far).getFirst();
    assertThat(result.word()).isSameAs(far);
    assertThat(result.senses()).isEqualTo(2);
    assertThat(result.agreement().clusters()).isEqualTo(2);
    assertThat(result.agreement().adjustedRand()).isGreaterThan(0.9);
    List<long[]> table = result.agreement().table();
    long x = CORPUS.vocabulary().count(id("x1"));
    long y = CORPUS.vocabulary().count(id("y2"));
    assertThat(table.stream().map(row -> Arrays.stream(row).sum())).containsExactlyInAnyOrder(x, y);
  }

  /** More occurrences than are clustered, and all of one topic before those of the other. */
  @Test
  void occurrencesOfTheWholeTextAreLookedAt() throws InterruptedException {
    String sorted =
        BankText.lines(BankText.SENTENCES, 1)
            .lines()
            .sorted(Comparator.comparing(line -> line.contains("y")))
            .collect(Collectors.joining("\n"));
    EncodedCorpus corpus = EncodedTexts.encode(sorted, arena);
    int[] words =
        IntStream.range(0, 10)
            .map(i -> corpus.vocabulary().words().indexOf((i < 5 ? "x" : "y") + i))
            .toArray();
    long x = Arrays.stream(words).limit(5).mapToLong(corpus.vocabulary()::count).sum();
    assertThat(x).isGreaterThan(SenseInduction.CONTEXTS);
    Result result = evaluate(corpus, 1, new PseudoWord(Kind.FAR, 2, words)).getFirst();
    assertThat(result.senses()).isEqualTo(2);
    assertThat(result.agreement().table()).hasSize(10);
    assertThat(result.agreement().clusters()).isEqualTo(2);
  }

  @Test
  void aWordOfOneTopicStaysWhole() throws InterruptedException {
    Result result = evaluate(1, new PseudoWord(Kind.CONTROL, 1, id("x1"))).getFirst();
    assertThat(result.senses()).isEqualTo(1);
    assertThat(result.agreement().clusters()).isEqualTo(1);
    assertThat(result.agreement().adjustedRand()).isEqualTo(1);
  }

  @Test
  void wordsOfOneTopicAreNotToldApart() throws InterruptedException {
    Result result =
        evaluate(1, new PseudoWord(Kind.TRIPLE, 1, id("x1"), id("x2"), id("x3"))).getFirst();
    assertThat(result.senses()).isEqualTo(1);
    assertThat(result.agreement().table()).hasSize(3);
    assertThat(result.agreement().adjustedRand()).isZero();
  }

  @Test
  void aWordWithoutContextsHasNoResult() throws InterruptedException {
    PseudoWord far = new PseudoWord(Kind.FAR, 0, id("x1"), id("y2"));
    List<Result> results = evaluate(1, new PseudoWord(Kind.CONTROL, 0, id("lonely")), far);
    assertThat(results).map(Result::word).containsExactly(far);
    assertThat(evaluate(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void isTheSameOnAnyNumberOfThreads(int threads) throws InterruptedException {
    PseudoWord[] words = new PseudoWord[20];
    Arrays.setAll(
        words, i -> new PseudoWord(Kind.FAR, 0, id("x" + i), id((i % 2 == 0 ? "y" : "z") + i)));
    List<Result> expected = evaluate(1, words);
    List<Result> found = evaluate(threads, words);
    assertThat(found).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(found.get(i).word()).isSameAs(words[i]);
      assertThat(found.get(i).senses()).isEqualTo(expected.get(i).senses());
      assertThat(found.get(i).agreement().table().toArray(long[][]::new))
          .isDeepEqualTo(expected.get(i).agreement().table().toArray(long[][]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anInterruptionEndsIt(int threads) {
    PseudoWord word = new PseudoWord(Kind.FAR, 1, id("x1"), id("y2"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> evaluate(threads, word, word))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
