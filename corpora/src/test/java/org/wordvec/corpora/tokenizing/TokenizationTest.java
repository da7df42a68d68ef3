package org.wordvec.corpora.tokenizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.reading.EncodingErrors;

class TokenizationTest {
  @ParameterizedTest
  @ValueSource(ints = {-5, 0, 1})
  void refusesSentencesOfLessThanTwoWords(int length) {
    assertThatThrownBy(() -> Tokenization.DEFAULT.withMaximumSentenceLength(length))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the maximum sentence length must be at least 2, not " + length);
  }

  @Test
  void isStrictAndLeavesWordsAloneByDefault() {
    assertThat(Tokenization.DEFAULT.encodingErrors()).isEqualTo(EncodingErrors.STRICT);
    assertThat(Tokenization.DEFAULT.words()).isEqualTo(WordNormalization.AS_WRITTEN);
    assertThat(new WordNormalizer(Tokenization.DEFAULT).isIdentity()).isTrue();
  }

  @Test
  void acceptsSentencesOfTwoWords() {
    assertThat(Tokenization.DEFAULT.withMaximumSentenceLength(2).maximumSentenceLength())
        .isEqualTo(2);
  }
}
