package org.wordvec.spark.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineRangeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a",
        "a\n",
        "\n\na\nbc\n",
        "abc\ndef",
        "one\n\n\ntwo\nthree\n",
        "aaaaaaaa\nb"
      })
  void eachLineIsInTheRangeWhereItBegins(String text) throws Exception {
    for (int cut = 0; cut <= text.length(); cut++) {
      String first = range(text, 0, cut);
      String second = range(text, cut, text.length());
      assertThat(first + second).as("cut at %d", cut).isEqualTo(text);
      assertThat(second.isEmpty() || cut == 0 || first.endsWith("\n")).isTrue();
      assertThat(cut > 0 || first.isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void longTextsLoseNothingBetweenRanges(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < 500_000) {
      text.append("x".repeat((int) Math.pow(100_000, random.nextDouble()))).append('\n');
    }
    StringBuilder joined = new StringBuilder();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(text.length(), start + 1 + random.nextInt(40_000));
      joined.append(range(text.toString(), start, end));
      start = end;
    }
    assertThat(joined.toString().equals(text.toString())).isTrue();
  }

  private static String range(String text, int start, int end) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    in.skipNBytes(Math.max(0, start - 1));
    try (LineRange range = new LineRange(in, start, end)) {
      return new String(range.readAllBytes(), ISO_8859_1);
    }
  }
}
