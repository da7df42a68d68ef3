package org.wordvec.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.pictures.WordMap.MapWord;
import org.wordvec.vectors.WordVectors;

class WordMapTest {
  @Test
  void clustersHaveDistinctColours() {
    try (Arena arena = Arena.ofShared()) {
      WordMap map = WordMap.of(model(arena), Set.of(3), new PrincipalComponents(), 1, 2);
      assertThat(map.groups()).isEqualTo(2);
      Set<Integer> first = groups(map, 0);
      Set<Integer> second = groups(map, 1);
      assertThat(first).hasSize(1).isNotEqualTo(second);
      assertThat(second).hasSize(1);
      assertThat(map.words()).filteredOn(MapWord::marked).containsExactly(map.words().get(3));
      assertThat(map.words())
          .allSatisfy(
              word -> {
                assertThat(word.x()).isBetween(0.0, 1.0);
                assertThat(word.y()).isBetween(0.0, 1.0);
              });
      assertThat(map.words()).extracting(MapWord::x).contains(0.0, 1.0);
    }
  }

  @Test
  void tooFewWordsAreRefused() {
    try (Arena arena = Arena.ofShared()) {
      Matrix matrix = Matrix.allocate(arena, 3, 2);
      WordVectors three = new WordVectors(WordList.of(List.of("a", "b", "c")), matrix);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WordMap.of(three, Set.of(), new Tsne(30, 1), 1, 1))
          .withMessage("the map has 3 words, where its method needs 8 or more");
    }
  }

  private static Set<Integer> groups(WordMap map, int half) {
    return map.words().stream()
        .filter(word -> word.word().startsWith("w" + half))
        .map(MapWord::group)
        .collect(Collectors.toSet());
  }

  private static WordVectors model(Arena arena) {
    Random random = new Random(2);
    Matrix matrix = Matrix.allocate(arena, 40, 6);
    List<String> words = IntStream.range(0, 40).mapToObj(i -> "w" + i % 2 + "-" + i).toList();
    for (int i = 0; i < 40; i++) {
      for (int d = 0; d < 6; d++) {
        matrix.set(i, d, (float) (0.3 * random.nextGaussian()) + (d == i % 2 ? 2 : 0));
      }
    }
    return new WordVectors(WordList.of(words), matrix);
  }
}
