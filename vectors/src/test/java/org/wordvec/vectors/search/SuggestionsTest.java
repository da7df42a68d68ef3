package org.wordvec.vectors.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.corpora.words.WordList;

class SuggestionsTest {
  @Test
  void caseThenEditsThenFrequency() {
    Suggestions suggestions =
        new Suggestions(
            WordList.of(
                List.of(
                    "pairs", "parish", "paris", "Paris", "PARIS", "pears", "part", "x", "Pari")));
    assertThat(suggestions.of("pARIS")).containsExactly("paris", "Paris", "PARIS");
    assertThat(suggestions.of("Paris")).containsExactly("paris", "PARIS");
    assertThat(suggestions.of("parrs"))
        .containsExactly("pairs", "paris", "Paris", "PARIS", "parish");
    assertThat(suggestions.of("berlin")).isEmpty();
    assertThat(suggestions.of("")).isEmpty();
  }

  @Test
  void wordsThatBeginAlikeComeFirst() {
    Suggestions suggestions =
        new Suggestions(
            WordList.of(
                List.of("real", "reveal", "aerial", "serial", "cream", "cereals", "xereal")));
    assertThat(suggestions.of("cereal")).containsExactly("cereals", "xereal", "cream");
    assertThat(suggestions.of("ecreal")).isEmpty();
  }

  @Test
  void shortWordsAreNotLikeEveryOther() {
    Suggestions suggestions =
        new Suggestions(WordList.of(List.of("b", "A", "ab", "ba", "xy", "词")));
    assertThat(suggestions.of("a")).containsExactly("A");
    assertThat(suggestions.of("ac")).containsExactly("A", "ab");
    assertThat(suggestions.of("典")).isEmpty();
  }

  @Test
  void editsAreCodePoints() {
    Suggestions suggestions = new Suggestions(WordList.of(List.of("深度学习", "𠀀𠀁𠀂𠀃𠀄", "ÜBER")));
    assertThat(suggestions.of("深渡学习")).containsExactly("深度学习");
    assertThat(suggestions.of("𠀀𠀂𠀁𠀃𠀅")).containsExactly("𠀀𠀁𠀂𠀃𠀄");
    assertThat(suggestions.of("über")).containsExactly("ÜBER");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "abc, acb, 1",
    "ab, ba, 1",
    "abcd, badc, 2",
    "ca, abc, 3",
    "kitten, sitting, 3",
    "abcdef, abcdef, 0",
    "abcdef, bcdefa, 2",
  })
  void distances(String left, String right, int expected) {
    assertThat(edits(left, right, 5)).isEqualTo(expected);
    assertThat(edits(right, left, 5)).isEqualTo(expected);
    assertThat(edits(left, right, 1)).isEqualTo(Math.min(expected, 2));
  }

  @Test
  void bandedDistanceMatchesTheFullTable() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String left = word(random);
      String right = word(random);
      int limit = random.nextInt(4);
      assertThat(edits(left, right, limit))
          .as("%s %s %d", left, right, limit)
          .isEqualTo(Math.min(wholeTable(left, right), limit + 1));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(9); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  private static int wholeTable(String left, String right) {
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(
                edits[i - 1][j - 1] + replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[left.length()][right.length()];
  }

  @Test
  void filterLosesNoWord() {
    Random random = new Random(2);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      words.add(word(random));
    }
    Suggestions suggestions = new Suggestions(WordList.of(words));
    for (int i = 0; i < 50; i++) {
      String wanted = word(random) + "b";
      int limit = wanted.length() < 5 ? Math.min(1, wanted.length() - 1) : 2;
      long possible =
          words.stream()
              .filter(word -> !word.equals(wanted) && !word.isEmpty())
              .filter(word -> wholeTable(word, wanted) <= limit)
              .filter(word -> wholeTable(word, wanted) < 2 || word.charAt(0) == wanted.charAt(0))
              .count();
      assertThat(suggestions.of(wanted)).hasSize((int) Math.min(possible, Suggestions.LIMIT));
    }
  }

  private static int edits(String left, String right, int limit) {
    int[] leftPoints = left.codePoints().toArray();
    int[] rightPoints = right.codePoints().toArray();
    return new EditDistance()
        .atMost(leftPoints, leftPoints.length, rightPoints, rightPoints.length, limit);
  }
}
