package org.wordvec.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifiedChineseTest {
  private static final SimplifiedChinese CHINESE = new SimplifiedChinese();

  @ParameterizedTest
  @CsvSource({
    "乾隆皇帝 慰藉 憑藉 瞭望塔 噁心 康乾盛世, 乾隆皇帝 慰藉 凭借 瞭望塔 恶心 康乾盛世",
    "乾隆 慰藉 瞭望, 乾隆 慰藉 瞭望",
    "乾清宮 乾陵 乾縣 乾元 乾嘉 乾卦 蘊藉, 乾清宫 乾陵 乾县 乾元 乾嘉 乾卦 蕴藉",
    "甦醒 麪 峯 著名 執著 沿著, 苏醒 面 峰 著名 执着 沿着",
    "頭髮 發展 皇后 宮商角徵羽 夥伴 乾麵, 头发 发展 皇后 宫商角徵羽 伙伴 干面",
    "南宋乾道五年建於倫敦, 南宋乾道五年建于伦敦",
    "清朝乾隆年间, 清朝乾隆年间",
    "方程式和應用程式, 方程式和应用程式",
    "足球俱樂部的「大砲」, 足球俱乐部的「大炮」",
    "'', ''"
  })
  void simplifies(String text, String simplified) {
    assertThat(CHINESE.simplify(text)).isEqualTo(simplified);
  }

  @Test
  void isRightOnPhrasesThatWereWrittenDownBefore() throws IOException {
    List<String[]> phrases = phrases();
    assertThat(phrases).hasSize(246);
    assertThat(right(phrases, "traditional")).isGreaterThanOrEqualTo(173);
    assertThat(right(phrases, "simplified")).isGreaterThanOrEqualTo(46);
    assertThat(right(phrases, "mixed")).isGreaterThanOrEqualTo(15);
  }

  @Test
  void leavesEachCharacterInItsPlace() throws IOException {
    for (String[] phrase : phrases()) {
      assertThat(CHINESE.simplify(phrase[1])).hasSameSizeAs(phrase[1]);
    }
    String everything =
        IntStream.range(0, Character.MIN_SURROGATE)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(CHINESE.simplify(everything)).hasSameSizeAs(everything);
  }

  private static long right(List<String[]> phrases, String script) {
    return phrases.stream()
        .filter(phrase -> phrase[0].equals(script))
        .filter(phrase -> CHINESE.simplify(phrase[1]).equals(phrase[2]))
        .count();
  }

  private static List<String[]> phrases() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SimplifiedChineseTest.class.getResourceAsStream("simplification.tsv"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\t", -1)).toList();
    }
  }
}
