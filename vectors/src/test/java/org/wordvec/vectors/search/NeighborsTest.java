package org.wordvec.vectors.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.UnknownWordException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.ZeroVectorException;

class NeighborsTest {
  private static final WordVectors VECTORS = Samples.random(2500, 17, 1);

  @Test
  void agreesWithBruteForce() {
    Neighbors neighbors = new Neighbors(VECTORS);
    for (int id = 0; id < 20; id++) {
      assertNearest(neighbors.nearest("w" + id, 30), id, 30);
    }
  }

  @Test
  void batchAgreesWithBruteForceOnAnyNumberOfThreads() {
    Neighbors neighbors = new Neighbors(VECTORS);
    List<String> words = IntStream.range(0, 300).mapToObj(id -> "w" + id).toList();
    List<List<Neighbor>> results = neighbors.nearest(words, 5, 1);
    for (int id = 0; id < 300; id++) {
      assertNearest(results.get(id), id, 5);
    }
    assertThat(neighbors.nearest(words, 5, 3)).isEqualTo(results);
    assertThat(neighbors.nearest(words.subList(0, 2), 5, 7))
        .isEqualTo(neighbors.nearest(words.subList(0, 2), 5, 1));
    assertThat(neighbors.nearest(List.of(), 5, 2)).isEmpty();
  }

  /**
   * Compares a search with bounds, which needs many queries and vectors with few principal
   * directions.
   */
  @Test
  void batchAnswersMatchSingleQueries() {
    WordVectors vectors = Samples.uneven(2500, 30, 2);
    List<String> words = IntStream.range(0, 1100).mapToObj(id -> "w" + id).toList();
    Neighbors neighbors = new Neighbors(vectors);
    List<List<Neighbor>> results = neighbors.nearest(words, 10, 1);
    for (int id = 0; id < 1100; id += 7) {
      List<Neighbor> one = neighbors.nearest("w" + id, 10);
      assertThat(results.get(id)).extracting(Neighbor::id).isEqualTo(ids(one));
      for (int rank = 0; rank < 10; rank++) {
        assertThat(results.get(id).get(rank).similarity())
            .isCloseTo(one.get(rank).similarity(), within(1e-6));
      }
    }
    assertThat(neighbors.nearest(words, 10, 3)).isEqualTo(results);
    SearchScope scope = new SearchScope(2001, 0, Optional.empty(), Set.of("w3"));
    List<List<Neighbor>> some =
        neighbors.within(scope, word -> OptionalLong.empty()).nearest(words, 10, 2);
    assertThat(some.stream().flatMap(List::stream))
        .allMatch(neighbor -> neighbor.id() < 2001 && neighbor.id() != 3);
    assertThat(some.get(5)).isEqualTo(inScope(neighbors.nearest(words.subList(0, 600), 60, 1)));
  }

  private static List<Neighbor> inScope(List<List<Neighbor>> found) {
    return found.get(5).stream()
        .filter(neighbor -> neighbor.id() < 2001 && neighbor.id() != 3)
        .limit(10)
        .toList();
  }

  private static List<Integer> ids(List<Neighbor> found) {
    return found.stream().map(Neighbor::id).toList();
  }

  private static void assertNearest(List<Neighbor> found, int id, int k) {
    double[] cosines =
        IntStream.range(0, VECTORS.size())
            .mapToDouble(i -> Samples.cosine(VECTORS.matrix().row(id), VECTORS.matrix().row(i)))
            .toArray();
    int[] expected =
        IntStream.range(0, VECTORS.size())
            .filter(i -> i != id)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -cosines[i]))
            .limit(k)
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(found.stream().mapToInt(Neighbor::id).toArray()).isEqualTo(expected);
    for (Neighbor neighbor : found) {
      assertThat(neighbor.word()).isEqualTo("w" + neighbor.id());
      assertThat(neighbor.similarity()).isCloseTo(cosines[neighbor.id()], within(1e-5));
    }
  }

  @Test
  void scopeLeavesWordsOut() {
    Neighbors all = new Neighbors(VECTORS);
    SearchScope scope =
        new SearchScope(2000, 3, Optional.of(Pattern.compile("[13579]$")), Set.of("w7", "w9"));
    SearchScope.Counts counts = word -> OptionalLong.of(word.contains("4") ? 2 : 3);
    Neighbors some = all.within(scope, counts);
    List<String> words = IntStream.range(0, 9).mapToObj(id -> "w" + id).toList();
    for (List<Neighbor> found : some.nearest(words, 2500, 2)) {
      assertThat(found)
          .extracting(Neighbor::word)
          .allMatch(
              word -> word.matches("w[0-35-9]*[13579]") && !Set.of("w7", "w9").contains(word));
      assertThat(found).extracting(Neighbor::id).allMatch(id -> id < 2000);
    }
    List<Neighbor> expected =
        all.nearest("w0", 2500).stream()
            .filter(neighbor -> neighbor.id() < 2000 && neighbor.word().matches("w.*[13579]"))
            .filter(neighbor -> !neighbor.word().contains("4"))
            .filter(neighbor -> !Set.of("w7", "w9").contains(neighbor.word()))
            .limit(12)
            .toList();
    // The JVM adds the lanes of a vector in another order once it has compiled the kernel.
    assertThat(some.nearest("w0", 12))
        .usingRecursiveComparison()
        .withComparatorForType(
            (left, right) -> Math.abs(left - right) < 1e-6 ? 0 : Double.compare(left, right),
            Double.class)
        .isEqualTo(expected);
    assertThat(some.nearest(words, 12, 1).getFirst())
        .extracting(Neighbor::id)
        .isEqualTo(expected.stream().map(Neighbor::id).toList());
  }

  @Test
  void wordsWithoutACountAreExcludedByAMinimumCount() {
    Neighbors some =
        new Neighbors(VECTORS)
            .within(new SearchScope(0, 1, Optional.empty(), Set.of()), SearchScope.Counts.UNKNOWN);
    assertThat(some.nearest("w0", 5)).isEmpty();
    assertThatThrownBy(() -> new SearchScope(-1, 0, Optional.empty(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOddOneIsFirst() {
    Neighbors neighbors =
        new Neighbors(
            Samples.of(
                List.of("a", "b", "odd"), vector(1, 0.1f), vector(3, -0.1f), vector(0.1f, 1)));
    assertThat(OddOneOut.order(neighbors, List.of("a", "odd", "b")))
        .extracting(OddOneOut.Member::word)
        .startsWith("odd");
    assertThatThrownBy(() -> OddOneOut.order(neighbors, List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tiesGoToTheLowerId() {
    float[] row = {3, 4, 5};
    Neighbors neighbors =
        new Neighbors(
            Samples.of(
                List.of("a", "b", "c", "d", "e"), row, row, new float[] {-1, 0, 0}, row, row));
    assertThat(words(neighbors.nearest("b", 3))).containsExactly("a", "d", "e");
    assertThat(words(neighbors.nearest("b", 2))).containsExactly("a", "d");
    assertThat(neighbors.nearest("b", 2).getFirst().similarity())
        .isCloseTo(1, within(1e-6))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void moreThanThereAreGivesAll() {
    Neighbors neighbors =
        new Neighbors(Samples.of(List.of("a", "b", "c"), vector(1, 0), vector(0, 1), vector(1, 1)));
    assertThat(words(neighbors.nearest("a", Integer.MAX_VALUE))).containsExactly("c", "b");
    assertThat(words(neighbors.of(vector(-1, 0), 9))).containsExactly("b", "c", "a");
    assertThat(words(neighbors.of(vector(-1, 0), 9, "a", "b"))).containsExactly("c");
    assertThat(words(neighbors.of(vector(-1, 0), 9, "a", "b", "c"))).isEmpty();
    assertThat(words(neighbors.of(List.of(vector(0, 2)), 1, 2).getFirst())).containsExactly("b");
  }

  @Test
  void zerosHaveNoDirection() {
    Neighbors neighbors =
        new Neighbors(
            Samples.of(List.of("zero", "one", "other"), vector(0, 0), vector(1, 0), vector(-1, 0)));
    assertThat(neighbors.nearest("one", 2)).containsExactly(new Neighbor("other", 2, -1));
    assertThat(neighbors.nearest(List.of("one", "other", "one", "other"), 2, 2))
        .containsOnly(List.of(new Neighbor("other", 2, -1)), List.of(new Neighbor("one", 1, -1)));
    assertThat(neighbors.similarity("other", "one")).isEqualTo(-1);
    String message = "the vector of \"zero\" is zero, so it has no nearest neighbours";
    assertThatThrownBy(() -> neighbors.nearest("zero", 2))
        .isInstanceOf(ZeroVectorException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> neighbors.nearest(List.of("one", "zero"), 2, 2)).hasMessage(message);
    assertThatThrownBy(() -> neighbors.similarity("one", "zero")).hasMessage(message);
    assertThatThrownBy(() -> neighbors.known("zero")).hasMessage(message);
    assertThatThrownBy(() -> neighbors.of(vector(0, 0), 2))
        .hasMessage("the vector is zero, so it has no nearest neighbours");
    assertThatThrownBy(() -> OddOneOut.order(neighbors, List.of("one", "zero", "other")))
        .hasMessage(message);
  }

  @Test
  void cosinesDoNotDependOnTheOrderOrTheNumberOfQueries() {
    Neighbors neighbors = new Neighbors(VECTORS);
    List<String> words = IntStream.range(0, 300).mapToObj(id -> "w" + id).toList();
    List<List<Neighbor>> many = neighbors.nearest(words, 2499, 2);
    for (int id = 0; id < 300; id += 13) {
      assertThat(neighbors.nearest("w" + id, 2499)).isEqualTo(many.get(id));
      for (Neighbor neighbor : many.get(id)) {
        double cosine = neighbor.similarity();
        assertThat(neighbors.similarity("w" + id, neighbor.word())).isEqualTo(cosine);
        assertThat(neighbors.similarity(neighbor.word(), "w" + id)).isEqualTo(cosine);
      }
      assertThat(neighbors.similarity("w" + id, "w" + id)).isEqualTo(1);
    }
  }

  @Test
  void repeatedWordIsNotItsOwnNeighbour() {
    Neighbors neighbors =
        new Neighbors(
            Samples.of(
                List.of("a", "b", "a", "c"),
                vector(1, 0),
                vector(0, 1),
                vector(1, 0.1f),
                vector(1, 1)));
    assertThat(words(neighbors.nearest("a", 1))).containsExactly("c");
    assertThat(words(neighbors.nearest("a", 9))).containsExactly("c", "b");
    assertThat(neighbors.nearest(List.of("a", "b", "a"), 2, 2))
        .extracting(NeighborsTest::words)
        .containsExactly(List.of("c", "b"), List.of("c", "a"), List.of("c", "b"));
    for (AnalogyMethod method : AnalogyMethod.values()) {
      assertThat(words(new Analogy(neighbors, method).solve("b", "a", "b", 9)))
          .as("%s", method)
          .containsExactly("c");
    }
  }

  @Test
  void badQueriesAreRefused() {
    Neighbors neighbors = new Neighbors(VECTORS);
    assertThatThrownBy(() -> neighbors.nearest("nobody", 3))
        .isInstanceOfSatisfying(
            UnknownWordException.class, problem -> assertThat(problem.word()).isEqualTo("nobody"))
        .hasMessage("the vocabulary has no word \"nobody\"");
    assertThatThrownBy(() -> neighbors.nearest("w1", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> neighbors.nearest(List.of("w1"), 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> neighbors.of(vector(1, 2), 1))
        .hasMessage("the vocabulary has 17 dimensions, the vector 2");
    float[] infinite = new float[17];
    Arrays.fill(infinite, Float.POSITIVE_INFINITY);
    assertThatThrownBy(() -> neighbors.of(infinite, 1)).hasMessage("the vector holds Infinity");
  }

  private static float[] vector(float... values) {
    return values;
  }

  private static List<String> words(List<Neighbor> neighbors) {
    return neighbors.stream().map(Neighbor::word).toList();
  }
}
