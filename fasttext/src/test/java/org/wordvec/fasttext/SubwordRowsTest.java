package org.wordvec.fasttext;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.words.WordList;

class SubwordRowsTest {
  private static final WordList WORDS =
      WordList.of(List.of("where", "a", "</s>", "where the", "北京"));

  @AutoClose private final Arena arena = Arena.ofShared();

  @Test
  void aWordsOwnRowComesFirstAndThenItsNgrams() {
    Subwords subwords = new Subwords(3, 4, 1000);
    SubwordRows rows = SubwordRows.of(WORDS, subwords, arena);
    for (int word = 0; word < WORDS.size(); word++) {
      List<Integer> expected = new ArrayList<>(List.of(word));
      subwords.forEach(
          WORDS.utf8(word), (text, from, to, bucket) -> expected.add(WORDS.size() + bucket));
      assertThat(rowsOf(rows, word)).isEqualTo(expected);
    }
    assertThat(rows.count(0)).isEqualTo(10);
    assertThat(rows.count(2)).isEqualTo(1);
  }

  @Test
  void aRowThatIsHitTwiceStandsThereTwice() {
    SubwordRows rows = SubwordRows.of(WORDS, new Subwords(3, 4, 1), arena);
    assertThat(rowsOf(rows, 0)).hasSize(10).startsWith(0, 5, 5).endsWith(5);
  }

  @Test
  void wordsAloneHaveTheirOwnRowEach() {
    SubwordRows rows = SubwordRows.of(WORDS, Subwords.NONE, arena);
    for (int word = 0; word < WORDS.size(); word++) {
      assertThat(rowsOf(rows, word)).containsExactly(word);
    }
  }

  private static List<Integer> rowsOf(SubwordRows rows, int word) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < rows.count(word); i++) {
      found.add(rows.row(word, i));
    }
    return found;
  }
}
