package org.wordvec.vectors.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.vectors.Toy;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.NeighborOverlap.Change;
import org.wordvec.vectors.search.NeighborOverlap.Comparison;

class NeighborOverlapTest {
  @Test
  void mostChangedWordComesFirst() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors before =
          new Toy(1)
              .word("cell", 1, 0, 0)
              .around("jail", 6, 1, 0, 0)
              .around("phone", 6, 0, 1, 0)
              .vectors(arena);
      // Other dimensions and another order: neither matters.
      WordVectors after =
          new Toy(2)
              .around("phone", 6, 0, 0, 1, 0, 0)
              .around("jail", 6, 1, 0, 0, 0, 0)
              .word("cell", 0, 0, 1, 0, 0)
              .vectors(arena);
      Comparison comparison = new NeighborOverlap(0, 5, 2).compare(before, after, 3);
      assertThat(comparison.common()).isEqualTo(13);
      assertThat(comparison.changes()).hasSize(13);
      Change first = comparison.changes().getFirst();
      assertThat(first.word()).isEqualTo("cell");
      assertThat(first.overlap()).isZero();
      assertThat(first.onlyFirst()).hasSize(3).allMatch(word -> word.startsWith("jail"));
      assertThat(first.onlySecond()).hasSize(3).allMatch(word -> word.startsWith("phone"));
    }
  }

  @Test
  void identicalModelsOverlapCompletely() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors model = new Toy(3).around("a", 30, 1, 0, 0.5f).vectors(arena);
      Comparison comparison = new NeighborOverlap(0, 7, 3).compare(model, model, 5);
      assertThat(comparison.meanOverlap()).isEqualTo(7);
      assertThat(comparison.changes()).allMatch(change -> change.onlyFirst().isEmpty());
    }
  }

  @Test
  void onlyCommonWordsAreSearchedAndOnlyTheMostFrequentCompared() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors first =
          new Toy(4).word("mine", 1, 0).word("x", 1, 0.1f).around("w", 8, 1, 0).vectors(arena);
      WordVectors second =
          new Toy(5).around("w", 8, 1, 0).word("x", 1, 0.1f).word("yours", 1, 0).vectors(arena);
      Comparison comparison = new NeighborOverlap(4, 100, 1).compare(first, second, 9);
      assertThat(comparison.common()).isEqualTo(9);
      assertThat(comparison.k()).isEqualTo(8);
      // x is the second word of one model but the last but one of the other.
      assertThat(comparison.changes())
          .extracting(Change::word)
          .containsExactlyInAnyOrder("w0", "w1", "w2", "w3");
      assertThat(comparison.meanOverlap()).isEqualTo(8);
    }
  }

  @Test
  void modelsWithoutCommonWordsYieldNothing() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors first = new Toy(6).around("a", 3, 1, 0).vectors(arena);
      WordVectors second = new Toy(7).around("b", 3, 1, 0).vectors(arena);
      Comparison comparison = new NeighborOverlap(0, 5, 1).compare(first, second, 3);
      assertThat(comparison).isEqualTo(new Comparison(0, 0, 0, List.of()));
      assertThat(comparison.meanOverlap()).isNaN();
    }
  }

  @Test
  void numbersAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NeighborOverlap(-1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new NeighborOverlap(1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new NeighborOverlap(1, 1, 0));
  }

  @Test
  void wordsThatAreNotUtf8AreToldApartByTheirBytes() {
    try (Arena arena = Arena.ofShared()) {
      byte[] first = {'b', 'a', 'd', (byte) 0xc3};
      byte[] second = {'b', 'a', 'd', (byte) 0xe2};
      WordVectors before =
          new Toy(6)
              .word(first, 1, 0)
              .word(second, 0, 1)
              .around("a", 3, 1, 0)
              .around("b", 3, 0, 1)
              .vectors(arena);
      WordVectors after =
          new Toy(6)
              .word(first, 1, 0)
              .word(second, 1, 0)
              .around("a", 3, 1, 0)
              .around("b", 3, 0, 1)
              .vectors(arena);
      Comparison comparison = new NeighborOverlap(0, 3, 1).compare(before, after, 9);
      assertThat(comparison.changes()).hasSize(8);
      Change most = comparison.changes().getFirst();
      assertThat(most.word()).isEqualTo("bad\ufffd");
      assertThat(most.onlyFirst()).contains("b0");
      assertThat(
              new Neighbors(before).nearestToRows(new int[] {1}, 1, 1).getFirst().getFirst().word())
          .startsWith("b");
    }
  }
}
