package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HuffmanTreeTest {
  static Stream<long[]> counts() {
    Random random = new Random(1);
    return Stream.of(
        new long[] {5, 3},
        new long[] {1, 1, 1},
        new long[] {9, 5, 5, 5, 2, 1, 1},
        new long[] {1L << 60, 1L << 50, 1},
        descending(random.longs(1000, 1, 20)),
        descending(random.longs(5000, 1, 1_000_000)),
        descending(random.doubles(3000).mapToLong(x -> (long) (1 / (x * x)) + 1)));
  }

  private static long[] descending(LongStream counts) {
    long[] sorted = counts.map(count -> -count).sorted().toArray();
    return Arrays.stream(sorted).map(count -> -count).toArray();
  }

  @ParameterizedTest
  @MethodSource("counts")
  void hasTheLeastWeightedLength(long[] counts) {
    HuffmanTree tree = HuffmanTree.of(counts);
    long weighted = 0;
    for (int word = 0; word < counts.length; word++) {
      weighted += counts[word] * length(tree, word);
    }
    assertThat(weighted).isEqualTo(leastWeightedLength(counts));
  }

  private static long leastWeightedLength(long[] counts) {
    PriorityQueue<Long> weights = new PriorityQueue<>();
    Arrays.stream(counts).forEach(weights::add);
    long total = 0;
    while (weights.size() > 1) {
      long joined = weights.remove() + weights.remove();
      total += joined;
      weights.add(joined);
    }
    return total;
  }

  @ParameterizedTest
  @MethodSource("counts")
  void noCodeBeginsAnother(long[] counts) {
    HuffmanTree tree = HuffmanTree.of(counts);
    Set<String> codes = new HashSet<>();
    for (int word = 0; word < counts.length; word++) {
      assertThat(codes.add(code(tree, word))).isTrue();
    }
    for (String code : codes) {
      for (int end = 0; end < code.length(); end++) {
        assertThat(codes.contains(code.substring(0, end))).as(code).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void pathsFollowTheSameInnerNodesFromTheRoot(long[] counts) {
    HuffmanTree tree = HuffmanTree.of(counts);
    Map<String, Integer> nodeOfPrefix = new HashMap<>();
    for (int word = 0; word < counts.length; word++) {
      String code = code(tree, word);
      for (int i = 0; i < code.length(); i++) {
        int node = tree.node(tree.start(word) + i);
        assertThat(node).isBetween(0, counts.length - 2);
        assertThat(nodeOfPrefix.computeIfAbsent(code.substring(0, i), prefix -> node))
            .isEqualTo(node);
      }
    }
    assertThat(nodeOfPrefix.get("")).isEqualTo(counts.length - 2);
    assertThat(new HashSet<>(nodeOfPrefix.values())).hasSize(counts.length - 1);
  }

  @ParameterizedTest
  @MethodSource("counts")
  void frequentWordsHaveShortPaths(long[] counts) {
    HuffmanTree tree = HuffmanTree.of(counts);
    for (int word = 1; word < counts.length; word++) {
      assertThat(length(tree, word)).isGreaterThanOrEqualTo(length(tree, word - 1));
    }
  }

  @Test
  void oneWordHasAnEmptyPath() {
    assertThat(length(HuffmanTree.of(new long[] {7}), 0)).isZero();
  }

  /** As in word2vec.c, whose rarer child is the 0. */
  @Test
  void theRarerOfTwoWordsTakesTheFirstBranch() {
    HuffmanTree tree = HuffmanTree.of(new long[] {5, 3});
    assertThat(code(tree, 0)).isEqualTo("1");
    assertThat(code(tree, 1)).isEqualTo("0");
    assertThat(tree.node(tree.start(0))).isZero();
  }

  /** As in word2vec.c, on which the shape of the tree depends. */
  @Test
  void anInnerNodeGoesBeforeAWordOfTheSameCount() {
    HuffmanTree tree = HuffmanTree.of(new long[] {2, 1, 1});
    assertThat(code(tree, 0)).isEqualTo("1");
    assertThat(code(tree, 1)).isEqualTo("01");
    assertThat(code(tree, 2)).isEqualTo("00");
  }

  @Test
  void equalCountsMakeABalancedTree() {
    long[] counts = new long[64];
    Arrays.fill(counts, 3);
    HuffmanTree tree = HuffmanTree.of(counts);
    for (int word = 0; word < 64; word++) {
      assertThat(length(tree, word)).isEqualTo(6);
    }
  }

  @Test
  void powersOfTwoMakeAChain() {
    long[] counts = new long[40];
    Arrays.setAll(counts, word -> 1L << (39 - word));
    HuffmanTree tree = HuffmanTree.of(counts);
    for (int word = 0; word < 39; word++) {
      assertThat(length(tree, word)).isEqualTo(word + 1);
    }
    assertThat(length(tree, 39)).isEqualTo(39);
  }

  private static int length(HuffmanTree tree, int word) {
    return tree.start(word + 1) - tree.start(word);
  }

  private static String code(HuffmanTree tree, int word) {
    StringBuilder code = new StringBuilder();
    for (int at = tree.start(word); at < tree.start(word + 1); at++) {
      code.append(tree.branch(at) ? '1' : '0');
    }
    return code.toString();
  }
}
