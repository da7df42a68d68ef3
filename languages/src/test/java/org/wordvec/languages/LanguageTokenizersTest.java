package org.wordvec.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.corpora.reading.EncodingNames;
import org.wordvec.corpora.tokenizing.Punctuation;
import org.wordvec.corpora.tokenizing.Segmentation;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.corpora.tokenizing.Tokenizer;

class LanguageTokenizersTest {
  private static final TextPlugins PLUGINS =
      new TextPlugins(List.of(LanguageTokenizersTest.class.getClassLoader()));

  @Test
  void areFoundByName() {
    assertThat(PLUGINS.tokenizers()).containsKeys("whitespace", "words", "chinese", "characters");
    for (String name : List.of("words", "chinese", "characters")) {
      Segmentation.Named named = (Segmentation.Named) PLUGINS.tokenizer(name, Locale.ROOT);
      assertThat(named.name()).isEqualTo(name);
      assertThat(named.factory().punctuation()).isEqualTo(Punctuation.DROP);
    }
    assertThatThrownBy(() -> PLUGINS.tokenizer("klingon", Locale.ROOT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("characters, chinese, whitespace, words");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "words|The quick (\"brown\") fox can't jump 32.3 feet, right?"
            + "|The quick ( \" brown \" ) fox can't jump 32.3 feet , right ?",
        "words|국왕과 왕비|국왕과 왕비",
        "words|สวัสดีครับ|สวัสดี ครับ",
        "chinese|国王和王后住在北京的故宫里|国王 和 王后 住在 北京 的 故宫 里",
        "chinese|他研究生命起源的问题|他 研究 生命 起源 的 问题",
        "chinese|结婚的和尚未结婚的青年。|结婚 的 和 尚未 结婚 的 青年 。",
        "chinese|苹果公司发布了iPhone|苹果 公司 发布 了 iPhone",
        "chinese|機器學習改變了臺灣的半導體產業|機器學習 改變 了 臺灣 的 半導體 產業",
        "chinese|他和拜登在舊金山討論後來的頭髮|他 和 拜登 在 舊金山 討論 後來 的 頭髮",
        "chinese|乾隆皇帝與乾燥的氣候|乾隆 皇帝 與 乾燥 的 氣候",
        "chinese|机器学习改變了台湾|机器学习 改變 了 台湾",
        "chinese|用AK47和N95口罩，iPhone12与v2.0|用 AK47 和 N95 口罩 ， iPhone12 与 v2.0",
        "chinese|喝H2O过1st和COVID-19|喝 H2O 过 1st 和 COVID-19",
        "chinese|写信到test.me@example.com。谢谢|写信 到 test.me@example.com 。 谢谢",
        "chinese|a@b与foo_bar|a@b 与 foo_bar",
        "chinese|见https://example.com/a?b=1。后面|见 https://example.com/a?b=1 。 后面",
        "chinese|见https://example.com/a.和ftp://b.org!|见 https://example.com/a . 和 ftp://b.org !",
        "chinese|学C++和C#，2015年5月13日|学 C++ 和 C# ， 2015 年 5月 13 日",
        "chinese|AT&T、R&B、Jean-Pierre和don’t|AT&T 、 R&B 、 Jean-Pierre 和 don’t",
        "chinese|约1,234,567人占20%和3.14|约 1,234,567 人 占 20% 和 3.14",
        "chinese|从1990-2000年和Müller到café|从 1990 - 2000 年 和 Müller 到 café",
        "chinese|国王king。queen王后a,b|国王 king 。 queen 王后 a , b",
        "characters|北京大学 and the 国王's 3.5|北 京 大 学 and the 国 王 ' s 3.5",
        "characters|𠀀一|𠀀 一"
      })
  void cutsText(String name, String text, String tokens) {
    assertThat(String.join(" ", tokens(name, text))).isEqualTo(tokens);
  }

  /** Would not end if each URL started a search to the end of the line. */
  @Test
  void cutsLongRunsOfAddressesThatEndInMarks() {
    assertThat(String.join("", tokens("chinese", "http://".repeat(200_000) + "...")))
        .hasSize(1_400_003);
  }

  @ParameterizedTest
  @CsvSource({"words", "chinese", "characters"})
  void noTextIsLost(String name) {
    String text = "A-b.c 国王, \ud83d\ude00! ½ ‘x’ \ud840\udc00\u0301 ｶﾀｶﾅ 12,5% …";
    assertThat(String.join("", tokens(name, text)).replaceAll("\\s", ""))
        .isEqualTo(text.replaceAll("\\s", ""));
    assertThat(tokens(name, "")).isEmpty();
    assertThat(tokens(name, " \t\u3000")).isEmpty();
    assertThat(tokens(name, "\ud83d")).hasSizeLessThan(2);
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, 国王和王后住在北京的故宫里，他们研究生命起源的问题。",
    "Big5, 國王和王后住在北京的故宮裡，他們研究生命起源的問題。",
    "UTF-16LE, king and queen live in the city",
    "Shift_JIS, 国王と王妃は東京の城に住んでいます。カタカナもあります。",
    "windows-31j, ①と㈱髙島屋を見た。これは日本語の文章です。",
    "x-windows-949, 똠방각하는 펲시를 마신다. 이것은 한국어 문장이고 자막입니다.",
    "x-MS950-HKSCS, 嘅啲嗰係廣東話，國王同王后住喺香港。",
    "EUC-JP, 国王と王妃は東京の城に住んでいます。カタカナもあります。",
    "windows-1251, Король и королева живут в городе и говорят о погоде."
  })
  void detectsEncodings(String name, String text) {
    byte[] bytes = text.repeat(20).getBytes(Charset.forName(name));
    if (name.startsWith("UTF-16")) {
      bytes = ("\ufeff" + text).repeat(1).getBytes(StandardCharsets.UTF_16LE);
    }
    assertThat(PLUGINS.encodingDetector().detect(bytes))
        .contains(EncodingNames.larger(Charset.forName(name)));
  }

  @Test
  void detectsNothingInDoubt() {
    assertThat(PLUGINS.encodingDetector().detect(new byte[0])).isEmpty();
  }

  private static List<String> tokens(String name, String text) {
    Segmentation.Named named = (Segmentation.Named) PLUGINS.tokenizer(name, Locale.ROOT);
    Tokenizer tokenizer = named.factory().create();
    List<String> tokens = new ArrayList<>();
    tokenizer.tokenize(
        text,
        (chars, start, end) -> {
          String token = chars.subSequence(start, end).toString().strip();
          if (!token.isEmpty()) {
            tokens.add(token);
          }
        });
    return tokens;
  }
}
