package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.senses.BankText;
import org.wordvec.testing.EncodedTexts;

class OccurrencesTest {
  /** Longer than what is read at once. */
  private static final EncodedCorpus CORPUS =
      EncodedTexts.encode(BankText.lines(BankText.SENTENCES, 1), Arena.ofAuto());

  private static final List<List<Long>> PLACES = places();

  private static List<List<Long>> places() {
    List<List<Long>> places = new ArrayList<>();
    for (int word = 0; word < CORPUS.vocabulary().size(); word++) {
      places.add(new ArrayList<>());
    }
    int[] id = new int[1];
    for (long position = 0; position < CORPUS.encodedTokens(); position++) {
      CORPUS.copyIds(position, id, 1);
      places.get(id[0]).add(position);
    }
    return places;
  }

  @Test
  void countsEveryWord() {
    assertThat(CORPUS.encodedTokens()).isGreaterThan(1 << 16);
    assertThat(Occurrences.counts(CORPUS))
        .isEqualTo(PLACES.stream().mapToLong(List::size).toArray());
    assertThat(Occurrences.counts(CORPUS)).isEqualTo(CORPUS.vocabulary().counts());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 66, 100, 249, 1_000, Integer.MAX_VALUE})
  void areTheMiddlesOfEqualRuns(int most) {
    long[] counts = Occurrences.counts(CORPUS);
    int[] wanted = new int[counts.length];
    Arrays.fill(wanted, most);
    Occurrences occurrences = Occurrences.of(CORPUS, counts, wanted);
    for (int word = 0; word < counts.length; word++) {
      List<Long> all = PLACES.get(word);
      int kept = Math.min(most, all.size());
      long[] expected = new long[kept];
      for (int i = 0; i < kept; i++) {
        expected[i] = all.get((int) ((2L * i + 1) * all.size() / (2L * kept)));
      }
      assertThat(occurrences.places(word)).isEqualTo(expected);
    }
  }

  @Test
  void areOnlyThoseOfWantedWords() {
    long[] counts = Occurrences.counts(CORPUS);
    int[] wanted = new int[counts.length];
    wanted[3] = 5;
    wanted[7] = 2;
    Occurrences occurrences = Occurrences.of(CORPUS, counts, wanted);
    for (int word = 0; word < counts.length; word++) {
      assertThat(occurrences.places(word)).hasSize(wanted[word]);
    }
    assertThat(PLACES.get(3)).containsAll(Arrays.stream(occurrences.places(3)).boxed().toList());
  }
}
