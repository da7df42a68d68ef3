package org.wordvec.vectors.senses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.TextLines.Line;
import org.wordvec.vectors.Toy;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

class SenseInductionTest {
  private static final SenseInduction INDUCTION = new SenseInduction(20, 11, 3, 1);

  @Test
  void aWordBetweenTwoTopicsHasTwoSenses() {
    try (Arena arena = Arena.ofShared()) {
      List<Sense> senses = senses(java(arena));
      assertThat(senses).hasSize(2);
      assertThat(senses.getFirst().words())
          .hasSize(12)
          .extracting(Neighbor::word)
          .allMatch(word -> word.startsWith("code"));
      assertThat(senses.getLast().words())
          .hasSize(8)
          .extracting(Neighbor::word)
          .allMatch(word -> word.startsWith("island"));
      assertThat(senses.getFirst().share()).isCloseTo(0.6, offset(1e-9));
    }
  }

  @Test
  void smallGroupsAreLeftOut() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors vectors = java(arena);
      float[] word = vectors.vector("java").orElseThrow();
      assertThat(new SenseInduction(20, 11, 9, 1).senses(new Neighbors(vectors), word, "java"))
          .hasSize(1);
    }
  }

  @Test
  void passagesGoToTheirSense() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors vectors = java(arena);
      List<Sense> senses = senses(vectors);
      float[] word = vectors.vector("java").orElseThrow();
      SensePassages passages = new SensePassages("java", word, vectors, senses, 2);
      passages.read(new Line("f", 1, "The island1 island2, Java; ISLAND3 (island4) sank."));
      passages.read(new Line("f", 2, "code1 code2 java code3 code4"));
      passages.read(new Line("f", 3, "code1 code2 java code3 code4"));
      passages.read(new Line("f", 4, "java code1 unknown words"));
      passages.read(new Line("f", 5, "code1 code2 javanese code3 code4"));
      assertThat(passages.occurrences(0)).isEqualTo(2);
      assertThat(passages.occurrences(1)).isEqualTo(1);
      assertThat(passages.passages(0)).extracting(Passage::line).containsExactly(2L);
      assertThat(passages.passages(1))
          .extracting(Passage::text)
          .containsExactly("The island1 island2, Java; ISLAND3 (island4) sank.");
    }
  }

  @Test
  void onlyTheClearestPassagesAreKept() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors vectors = java(arena);
      List<Sense> senses = senses(vectors);
      float[] word = vectors.vector("java").orElseThrow();
      SensePassages passages = new SensePassages("java", word, vectors, senses, 1);
      passages.read(new Line("f", 1, "code1 code2 island1 java code3 code4"));
      passages.read(new Line("f", 2, "code1 code2 code5 java code3 code4"));
      passages.read(new Line("f", 3, "code1 code2 island2 java code3 code4"));
      assertThat(passages.passages(0)).extracting(Passage::line).containsExactly(2L);
      assertThat(passages.occurrences(0)).isEqualTo(3);
    }
  }

  @Test
  void longLinesAreShownAsFarAsTheyMatter() {
    try (Arena arena = Arena.ofShared()) {
      WordVectors vectors = java(arena);
      float[] word = vectors.vector("java").orElseThrow();
      SensePassages passages = new SensePassages("java", word, vectors, senses(vectors), 1);
      passages.read(
          new Line(
              "f", 1, "far ".repeat(20) + "code1 code2 java code3 code4 " + "far ".repeat(20)));
      assertThat(passages.passages(0).getFirst().text())
          .isEqualTo(
              "… "
                  + "far ".repeat(6)
                  + "code1 code2 java code3 code4 "
                  + "far far far far far far …");
    }
  }

  @Test
  void numbersAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SenseInduction(0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SenseInduction(1, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SenseInduction(1, 1, 0, 1));
  }

  private static List<Sense> senses(WordVectors vectors) {
    float[] word = vectors.vector("java").orElseThrow();
    return INDUCTION.senses(new Neighbors(vectors), word, "java");
  }

  private static WordVectors java(Arena arena) {
    return new Toy(11)
        .word("java", 1, 1, 0, 0, 1)
        .around("far", 5, 0, 0, 0, 1, -1)
        .around("code", 12, 1, 0, 0, 0, 1)
        .around("island", 8, 0, 1, 0, 0, 1)
        .vectors(arena);
  }
}
