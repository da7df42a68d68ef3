package org.wordvec.corpora.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordListTest {
  @Test
  void findsEveryWordAndItsPlace() {
    Random random = new Random(1);
    List<String> words = new ArrayList<>();
    Map<String, Integer> firstPlaces = new HashMap<>();
    for (int id = 0; id < 20_000; id++) {
      String word = Integer.toString(random.nextInt(15_000), 36) + "é词😀".substring(id % 3);
      words.add(word);
      firstPlaces.putIfAbsent(word, id);
    }
    WordList list = WordList.of(words);
    assertThat(list.size()).isEqualTo(words.size());
    for (int id = 0; id < words.size(); id++) {
      String word = words.get(id);
      assertThat(list.word(id)).isEqualTo(word);
      assertThat(list.utf8(id)).isEqualTo(word.getBytes(UTF_8));
      assertThat(list.length(id)).isEqualTo(word.getBytes(UTF_8).length);
      assertThat(list.indexOf(word)).isEqualTo(firstPlaces.get(word));
    }
  }

  @Test
  void doesNotFindOtherWords() {
    WordList list = WordList.of(List.of("one", "two", "three"));
    assertThat(list.indexOf("four")).isEqualTo(-1);
    assertThat(list.indexOf("on")).isEqualTo(-1);
    assertThat(list.indexOf("ones")).isEqualTo(-1);
    assertThat(list.indexOf("One")).isEqualTo(-1);
    assertThat(list.indexOf("")).isEqualTo(-1);
  }

  @Test
  void findsBytesInTheMiddleOfAnArray() {
    WordList list = WordList.of(List.of("one", "two"));
    byte[] text = "a two b".getBytes(UTF_8);
    assertThat(list.indexOf(text, 2, 3)).isEqualTo(1);
    assertThat(list.indexOf(text, 2, 2)).isEqualTo(-1);
  }

  @Test
  void holdsNoWordsAndEmptyWords() {
    assertThat(WordList.of(List.of()).size()).isZero();
    assertThat(WordList.of(List.of()).indexOf("a")).isEqualTo(-1);
    WordList list = WordList.of(List.of("a", "", "b"));
    assertThat(list.word(1)).isEmpty();
    assertThat(list.indexOf("")).isEqualTo(1);
    assertThat(list.indexOf("b")).isEqualTo(2);
  }

  @Test
  void refusesIdsOutside() {
    WordList list = WordList.of(List.of("a", "b"));
    assertThatThrownBy(() -> list.word(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.word(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void builderCanContinueAfterBuild() {
    WordList.Builder builder = new WordList.Builder().add("a");
    WordList first = builder.build();
    WordList second = builder.add("xby".getBytes(UTF_8), 1, 1).build();
    assertThat(builder.size()).isEqualTo(2);
    assertThat(first.size()).isEqualTo(1);
    assertThat(first.indexOf("b")).isEqualTo(-1);
    assertThat(second.word(1)).isEqualTo("b");
  }

  @Test
  void keepsWordsLongerThanItsBuffers() {
    String longWord = "x".repeat(100_000);
    WordList list = WordList.of(List.of("a", longWord, "b"));
    assertThat(list.word(1)).isEqualTo(longWord);
    assertThat(list.indexOf(longWord)).isEqualTo(1);
    assertThat(list.indexOf("b")).isEqualTo(2);
  }

  @Test
  void comparesByCodePointsNotByChars() {
    WordList list = WordList.of(List.of("\uffee", "😀", "a", "ab"));
    assertThat("\uffee".compareTo("😀")).as("as chars").isPositive();
    assertThat(list.compare(0, 1)).as("as code points").isNegative();
    assertThat(list.compare(1, 0)).isPositive();
    assertThat(list.compare(2, 3)).isNegative();
    assertThat(list.compare(2, 2)).isZero();
  }

  @Test
  void selectsInTheOrderAskedFor() {
    WordList list = WordList.of(List.of("a", "bb", "ccc")).select(new int[] {2, 0, 2});
    assertThat(list.size()).isEqualTo(3);
    assertThat(list.word(0)).isEqualTo("ccc");
    assertThat(list.word(1)).isEqualTo("a");
    assertThat(list.indexOf("ccc")).isZero();
  }

  @Test
  void mappedWordsStayWhereTheyAre() {
    byte[] bytes = "..the--of--the--词".getBytes(StandardCharsets.UTF_8);
    MemorySegment words = MemorySegment.ofArray(bytes).asSlice(2);
    int[] ends = {3, 5, 8, 11};
    int[] hashes = {hash("the"), hash("of"), hash("the"), hash("词")};
    for (WordList list :
        List.of(WordList.mapped(words, 2, ends), WordList.mapped(words, 2, ends, hashes))) {
      // More often than without an index.
      for (int turn = 0; turn < 20; turn++) {
        assertThat(list.indexOf("the")).isZero();
        assertThat(list.indexOf("词")).isEqualTo(3);
        assertThat(list.indexOf("teh")).isEqualTo(-1);
      }
      assertThat(list.word(2)).isEqualTo("the");
      assertThat(list.length(3)).isEqualTo(3);
    }
  }

  private static int hash(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return WordList.hash(bytes, 0, bytes.length);
  }

  @Test
  void findsTheWordsThatStandInAnEarlierPlace() {
    Random random = new Random(3);
    for (int size : new int[] {0, 1, 2, 3, 63, 64, 65, 1000, 40_000}) {
      List<String> words = new ArrayList<>();
      Set<String> known = new HashSet<>();
      BitSet expected = new BitSet();
      for (int id = 0; id < size; id++) {
        String word = Integer.toString(random.nextInt(10 * size));
        words.add(word);
        if (!known.add(word)) {
          expected.set(id);
        }
      }
      assertThat(WordList.of(words).repeated()).as("of %d words", size).isEqualTo(expected);
    }
  }

  @Test
  void doesNotTakeEqualHashesForEqualWords() {
    byte[] bytes = "one two one two".replace(" ", "").getBytes(StandardCharsets.UTF_8);
    MemorySegment segment = MemorySegment.ofArray(bytes);
    WordList words = WordList.mapped(segment, 0, new int[] {3, 6, 9, 12}, new int[] {7, 7, 7, 7});
    assertThat(words.repeated()).isEqualTo(BitSet.valueOf(new long[] {0b1100}));
  }

  @Test
  void craftedCollisionsDoNotCollide() {
    // In Java's own hash of strings, these two are the same, and so are all that they make up.
    assertThat("Aa").hasSameHashCodeAs("BB");
    assertThat(hash("Aa")).isNotEqualTo(hash("BB"));
  }

  @Test
  void mappedWordsMustLieWithinTheirBytes() {
    MemorySegment bytes = MemorySegment.ofArray(new byte[10]);
    assertThat(WordList.mapped(bytes, 3, new int[] {2, 4, 4}).size()).isEqualTo(3);
    for (int[] ends : new int[][] {{2, 4, 5}, {2, 1, 4}, {-1, 2, 3}}) {
      assertThatThrownBy(() -> WordList.mapped(bytes, 3, ends))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
