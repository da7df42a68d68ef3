package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.cli.Report.Column;
import org.wordvec.cli.Report.Table;

class TextTableTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "zażółć, 6",
    "e\u0301, 1",
    "東京, 4",
    "서울, 4",
    "カナ, 4",
    "ｶﾅ, 2",
    "Ａ, 2",
    "。, 2",
    "😀, 2",
    "привет, 6",
    "한국어, 6",
    "𠮷, 2"
  })
  void wideCharactersCountTwice(String text, int width) {
    assertThat(TextWidth.of(text)).isEqualTo(width);
  }

  @Test
  void numbersGoRightAndWordsLeft() {
    Table table =
        new Table(
            "",
            "",
            List.of(Column.of("word"), Column.of("count"), new Column("share", 2)),
            List.of(List.of("東京", 7, 0.5), List.of("of", 1_234_567L, Double.NaN)));
    StringWriter text = new StringWriter();
    TextTable.print(new Report(table), new PrintWriter(text));
    assertThat(text.toString().lines())
        .containsExactly(
            "word      count  share", "東京          7   0.50", "of    1,234,567      –");
  }
}
