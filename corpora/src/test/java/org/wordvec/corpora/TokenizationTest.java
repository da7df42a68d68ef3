package org.wordvec.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizationTest {
  @ParameterizedTest
  @ValueSource(ints = {-5, 0, 1})
  void refusesSentencesOfLessThanTwoWords(int length) {
    assertThatThrownBy(
            () -> new Tokenization(Segmentation.WHITESPACE, false, EncodingErrors.STRICT, length))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the maximum sentence length must be at least 2, not " + length);
  }

  @Test
  void isStrictAndLeavesCaseAloneByDefault() {
    assertThat(Tokenization.DEFAULT)
        .isEqualTo(new Tokenization(Segmentation.WHITESPACE, false, EncodingErrors.STRICT, 1000));
  }

  @Test
  void takesTheShortestSentenceThatTeachesSomething() {
    assertThat(
            new Tokenization(Segmentation.WHITESPACE, true, EncodingErrors.SKIP, 2)
                .maximumSentenceLength())
        .isEqualTo(2);
  }
}
