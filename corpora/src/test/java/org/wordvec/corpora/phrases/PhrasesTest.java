package org.wordvec.corpora.phrases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.ReadingProgress;
import org.wordvec.corpora.Texts;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;

class PhrasesTest {
  private static final VocabularyLimits ALL = new VocabularyLimits(1, 0);

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 5", "3, 20", "4, 1"})
  void joinsTheSamePhrasesAsThePlainFormula(long seed, double threshold) throws Exception {
    List<List<String>> text = text(seed, 4_000);
    PhraseConfig config = discounted(2, threshold);
    assertThat(joined(text, config, 2)).isEqualTo(reference(text, 2, threshold));
  }

  @Test
  void laterPassesMakeLongerPhrases() throws Exception {
    List<List<String>> text = text(9, 6_000);
    List<List<String>> once = reference(text, 2, 10);
    PhraseConfig config = new PhraseConfig(2, PhraseScore.DISCOUNTED, List.of(10.0, 5.0), Set.of());
    List<List<String>> twice = joined(text, config, 3);
    assertThat(twice).isEqualTo(reference(once, 2, 5));
    assertThat(twice.stream().flatMap(List::stream)).contains("new_york_city");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theNumberOfThreadsChangesNothing(int threads) throws Exception {
    List<List<String>> text = text(5, 5_000);
    PhraseConfig config =
        new PhraseConfig(2, PhraseScore.NPMI, List.of(0.4, 0.3), Set.of("of", "the"));
    assertThat(joined(text, config, threads)).isEqualTo(joined(text, config, 3));
  }

  @Test
  void connectorsJoinTheWordsBesideThem() throws Exception {
    List<List<String>> text = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      text.add(List.of("bank", "of", "the", "england", "of", "x" + i, "the", "bank", "of"));
    }
    PhraseConfig config =
        new PhraseConfig(2, PhraseScore.DISCOUNTED, List.of(1.0), Set.of("of", "the"));
    assertThat(joined(text, config, 2).get(3))
        .containsExactly("bank_of_the_england", "of", "x3", "the", "bank", "of");
    PhraseConfig none = discounted(2, 1);
    assertThat(joined(text, none, 2).get(3)).doesNotContain("bank_of_the_england");
  }

  @Test
  void mutualInformationIsThatOfTheDefinition() throws Exception {
    assertThat(PhraseScore.NPMI.of(10, 10, 10, 1000, 1)).isCloseTo(1, within(1e-12));
    assertThat(PhraseScore.NPMI.of(1, 32, 32, 1024, 1)).isZero();
    double together = Math.log((5 / 100.0) / (0.1 * 0.2)) / -Math.log(5 / 100.0);
    assertThat(PhraseScore.NPMI.of(5, 10, 20, 100, 5)).isCloseTo(together, within(1e-12));
    assertThat(PhraseScore.NPMI.of(4, 10, 20, 100, 5)).isEqualTo(-1);
    assertThat(PhraseScore.NPMI.of(7, 7, 7, 7, 1)).isEqualTo(1);
  }

  @Test
  void aPhraseThatTheTextHasAlreadyIsCountedWithIt() throws Exception {
    List<List<String>> text = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      text.add(List.of("new", "york", "a" + i));
    }
    text.add(List.of("new_york"));
    Phrases.Joined joined =
        join(text, discounted(2, 0.1), 2, Long.MAX_VALUE, new VocabularyLimits(2, 0));
    assertThat(joined.found()).containsExactly(new Phrases.Found("new_york", 10));
    assertThat(joined.corpus().vocabulary().size()).isEqualTo(1);
    assertThat(joined.corpus().sentences()).isEqualTo(10);
    assertThat(joined.corpus().encodedTokens()).isEqualTo(10);
    assertThat(joined.corpus().reading().distinctWords()).isEqualTo(10);
  }

  @Test
  void forgetsRarePairsWhereMemoryIsShort() throws Exception {
    List<List<String>> text = text(3, 200_000);
    List<List<String>> few = joinedWith(text, discounted(5, 5), 1);
    assertThat(few.stream().flatMap(List::stream)).contains("new_york");
    PairCounts counts = new PairCounts(1_000);
    for (long key = 1; key <= 100_000; key++) {
      counts.add(key);
      counts.add(-5);
    }
    assertThat(counts.count(-5)).isEqualTo(100_000);
  }

  @Test
  void nothingWithinTheLimitsIsAnError() {
    assertThatThrownBy(
            () ->
                join(
                    text(1, 100),
                    discounted(2, 5),
                    1,
                    Long.MAX_VALUE,
                    new VocabularyLimits(1_000, 0)))
        .isInstanceOf(CorpusException.class)
        .hasMessage("no word or phrase occurs at least 1000 times");
  }

  @ParameterizedTest
  @CsvSource({
    "DISCOUNTED, -1, 1, 5",
    "NPMI, 1, 1, 5",
    "NPMI, -2, 1, 5",
    "DISCOUNTED, 1, 0, 5",
    "DISCOUNTED, 1, 1, 0",
    "DISCOUNTED, NaN, 1, 1"
  })
  void rejectsInvalidSettings(PhraseScore score, double threshold, int passes, long minimum) {
    List<Double> thresholds = java.util.Collections.nCopies(passes, threshold);
    assertThatThrownBy(() -> new PhraseConfig(minimum, score, thresholds, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** word2phrase's formula and its way from left to right, within lines. */
  private static List<List<String>> reference(
      List<List<String>> text, long minimum, double threshold) {
    Map<String, Long> words = new HashMap<>();
    Map<List<String>, Long> pairs = new HashMap<>();
    long total = 0;
    for (List<String> line : text) {
      for (int i = 0; i < line.size(); i++) {
        words.merge(line.get(i), 1L, Long::sum);
        total++;
        if (i > 0) {
          pairs.merge(List.of(line.get(i - 1), line.get(i)), 1L, Long::sum);
        }
      }
    }
    List<List<String>> joined = new ArrayList<>();
    for (List<String> line : text) {
      List<String> out = new ArrayList<>();
      boolean free = false;
      for (int i = 0; i < line.size(); i++) {
        String word = line.get(i);
        double score = 0;
        if (free) {
          long first = words.get(line.get(i - 1));
          long second = words.get(word);
          long both = pairs.get(List.of(line.get(i - 1), word));
          score =
              first < minimum || second < minimum
                  ? 0
                  : (both - minimum) / (double) first / second * total;
        }
        if (score > threshold) {
          out.add(out.removeLast() + "_" + word);
          free = false;
        } else {
          out.add(word);
          free = true;
        }
      }
      joined.add(out);
    }
    return joined;
  }

  private static List<List<String>> text(long seed, int lines) {
    Random random = new Random(seed);
    List<List<String>> text = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      List<String> words = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        switch (random.nextInt(14)) {
          case 0 -> words.addAll(List.of("new", "york", "city"));
          case 1 -> words.addAll(List.of("new", "york"));
          case 2 -> words.addAll(List.of("bank", "of", "the", "state"));
          case 3 -> words.add("new");
          default -> words.add("w" + (int) (200 * random.nextDouble() * random.nextDouble()));
        }
      }
      text.add(words);
    }
    return text;
  }

  private static PhraseConfig discounted(long minimum, double threshold) {
    return new PhraseConfig(minimum, PhraseScore.DISCOUNTED, List.of(threshold), Set.of());
  }

  private static List<List<String>> joined(
      List<List<String>> text, PhraseConfig config, int threads) throws Exception {
    return lines(join(text, config, threads, Long.MAX_VALUE, ALL));
  }

  private static List<List<String>> joinedWith(
      List<List<String>> text, PhraseConfig config, long budget) throws Exception {
    return lines(join(text, config, 2, budget, ALL));
  }

  private static List<List<String>> lines(Phrases.Joined joined) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    joined.corpus().writeText(out);
    return out.toString(UTF_8).lines().map(line -> List.of(line.split(" "))).toList();
  }

  private static Phrases.Joined join(
      List<List<String>> text,
      PhraseConfig config,
      int threads,
      long budget,
      VocabularyLimits limits)
      throws Exception {
    StringBuilder lines = new StringBuilder();
    text.forEach(line -> lines.append(String.join(" ", line)).append('\n'));
    Arena arena = Arena.ofAuto();
    EncodedCorpus corpus =
        new CorpusEncoder(Tokenization.DEFAULT, ALL, threads)
            .encode(Texts.corpus(lines.toString()), arena, ReadingProgress.NONE);
    return new Phrases(config, threads, budget).join(corpus, limits);
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.data.Offset.offset(value);
  }
}
