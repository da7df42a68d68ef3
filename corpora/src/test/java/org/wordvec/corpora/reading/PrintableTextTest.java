package org.wordvec.corpora.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
  @ParameterizedTest
  @ValueSource(
      chars = {
        0, '\t', '\n', '\r', 0x1b, 0x7f, 0x80, 0x9b, 0x9f, 0x061c, 0x200e, 0x200f, 0x2028, 0x2029,
        0x202a, 0x202e, 0x2066, 0x2069, 0x200b, 0x2060, 0xfeff
      })
  void charactersThatATerminalActsOnAreEscaped(char character) {
    String shown = "a" + String.format(java.util.Locale.ROOT, "\\u%04x", (int) character) + "b";
    assertThat(PrintableText.of("a" + character + "b")).isEqualTo(shown);
    assertThat(PrintableText.isPrintable("a" + character)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "king",
        "東京",
        "नमस्ते",
        "می\u200cخواهم",
        "שָׁלוֹם",
        "👩\u200d👧",
        "a b",
        "\\u001b"
      })
  void wordsOfAllScriptsStayAsTheyAre(String word) {
    assertThat(PrintableText.of(word)).isSameAs(word);
    assertThat(PrintableText.isPrintable(word)).isTrue();
  }

  @Test
  void jsonKeepsItsLines() {
    assertThat(PrintableText.inJson("{\n\t\"\u009b\u202e\u007f\"}\n"))
        .isEqualTo("{\n\t\"\\u009b\\u202e\\u007f\"}\n");
  }
}
