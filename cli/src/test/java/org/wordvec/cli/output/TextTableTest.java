package org.wordvec.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;

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
  void aVeryLongWordWidensItsOwnRowOnly() {
    String giant = "a".repeat(30_000);
    Table table =
        new Table(
            "",
            "",
            List.of(Column.of("word"), Column.of("count")),
            List.of(List.of(giant, 7), List.of("of", 12)));
    StringWriter text = new StringWriter();
    TextTable.print(new Report(table), new PrintWriter(text));
    assertThat(text.toString().lines())
        .containsExactly("word  count", giant + "      7", "of       12");
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

  @Test
  void numbersAreWrittenAsFormatsWriteThem() {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(19) - 3);
      int decimals = random.nextInt(7);
      assertThat(TextTable.text(value, decimals))
          .isEqualTo(String.format(Locale.ROOT, "%." + decimals + "f", value));
      long whole = (long) value;
      assertThat(TextTable.text(whole, 0)).isEqualTo(String.format(Locale.ROOT, "%,d", whole));
    }
    assertThat(TextTable.text(0.285, 2)).isEqualTo("0.29");
    assertThat(TextTable.text(0.125, 2)).isEqualTo("0.13");
    assertThat(TextTable.text(0.0, 2)).isEqualTo("0.00");
    assertThat(TextTable.text(-0.005001, 2)).isEqualTo("-0.01");
    assertThat(TextTable.text(0.99996, 4)).isEqualTo("1.0000");
    assertThat(TextTable.text(-999, 0)).isEqualTo("-999");
    assertThat(TextTable.text(1000, 0)).isEqualTo("1,000");
  }
}
