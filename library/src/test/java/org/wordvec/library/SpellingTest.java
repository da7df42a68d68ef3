package org.wordvec.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordvec.word2vec.Architecture;

class SpellingTest {
  private enum Kind {
    ONE,
    TWO_WORDS,
    NAMED {
      @Override
      public String toString() {
        return "1.0";
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void readsWhatItWrites(Kind kind) {
    assertThat(Spelling.parse(Kind.class, Spelling.of(kind))).isEqualTo(kind);
  }

  @Test
  void writesLowerCaseWithHyphens() {
    assertThat(Spelling.all(Kind.class)).containsExactly("one", "two-words", "1.0");
  }

  @Test
  void readsUpperCase() {
    assertThat(Spelling.parse(Kind.class, "Two-Words")).isEqualTo(Kind.TWO_WORDS);
    assertThat(Spelling.parse(Architecture.class, "CBOW")).isEqualTo(Architecture.CBOW);
  }

  @Test
  void namesAllSpellingsWhereThereIsNone() {
    assertThatThrownBy(() -> Spelling.parse(Kind.class, "two"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'two' is not one of one, two-words, 1.0");
  }
}
