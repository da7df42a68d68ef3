package org.wordvec.cli.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
  @ParameterizedTest
  @CsvSource({
    "tr, tr",
    "TR, tr",
    "tur, tr",
    "tur_TR, tr-TR",
    "zh_TW, zh-TW",
    "zho-Hant, zh-Hant",
    "az-Latn, az-Latn",
    "haw, haw",
    "yue, yue",
    "und, und"
  })
  void languagesAreKnownByTwoLettersOrThree(String tag, String language) {
    assertThat(LanguageTag.parse(tag).toLanguageTag()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turkish", "xx", "qqq", "POSIX", "C", "tr_TR.UTF-8", "x", "english-US"})
  void whatNobodyKnowsIsRefused(String tag) {
    assertThatThrownBy(() -> LanguageTag.parse(tag))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--locale: '" + tag + "' is not a language tag such as tr or zh-TW");
  }
}
