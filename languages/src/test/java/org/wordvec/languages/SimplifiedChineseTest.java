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
    "乾封 乾化 李乾順 孫乾 乾祐 乾興 乾統 乾德 乾亨 乾寧 乾安縣, 乾封 乾化 李乾顺 孙乾 乾祐 乾兴 乾统 乾德 乾亨 乾宁 乾安县",
    "孫乾的部下 乾符年間, 孙乾的部下 乾符年间",
    "乾燥 乾淨 餅乾 乾枯 晾乾 曬乾 牛肉乾 喝乾 很乾, 干燥 干净 饼干 干枯 晾干 晒干 牛肉干 喝干 很干",
    "司馬遷著《史記》, 司马迁著《史记》",
    "他著有多部小說，此書由張三所著, 他著有多部小说，此书由张三所著",
    "李時珍著有《本草綱目》, 李时珍著有《本草纲目》",
    "李清照著有《漱玉词》, 李清照著有《漱玉词》",
    "看著 拿著書 讀著《紅樓夢》 意味著有人, 看着 拿着书 读着《红楼梦》 意味着有人",
    "华为昇腾 陈昇 王濬伐吴 文徵明画 二噁英超标时, 华为昇腾 陈昇 王濬伐吴 文徵明画 二噁英超标时",
    "太陽昇起 甦醒過來 濬通運河 徵求意見, 太阳升起 苏醒过来 浚通运河 征求意见",
    "'', ''"
  })
  void simplifies(String text, String simplified) {
    assertThat(CHINESE.simplify(text)).isEqualTo(simplified);
  }

  @Test
  void convertsReferencePhrases() throws IOException {
    List<String[]> phrases = phrases();
    assertThat(phrases).hasSize(246);
    assertThat(right(phrases, "traditional")).isGreaterThanOrEqualTo(174);
    assertThat(right(phrases, "simplified")).isGreaterThanOrEqualTo(49);
    assertThat(right(phrases, "mixed")).isGreaterThanOrEqualTo(16);
  }

  @Test
  void keepsTheIndexOfEachCharacter() throws IOException {
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
