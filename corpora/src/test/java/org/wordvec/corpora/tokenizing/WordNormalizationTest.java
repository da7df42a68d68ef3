package org.wordvec.corpora.tokenizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.corpora.Encoding;
import org.wordvec.corpora.PlainCorpus;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

class WordNormalizationTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"İI, '', i̇i", "İI, tr, iı", "ΣΑΣ, '', σας", "ẞ, de, ß"})
  void foldsCaseByLanguage(String word, String language, String folded) {
    WordNormalization form =
        form(Locale.forLanguageTag(language), false, Digits.KEEP, Punctuation.KEEP);
    assertThat(form.apply(word)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "café, cafe",
    "naïve, naive",
    "Ελλάδα, Ελλαδα",
    "שָׁלוֹם, שלום",
    "مُحَمَّد, محمد",
    "ガギグ, ガギグ",
    "한국어, 한국어",
    "हिन्दी, हिन्दी",
    "plain, plain"
  })
  void removesDiacritics(String word, String bare) {
    assertThat(form(null, true, Digits.KEEP, Punctuation.KEEP).apply(word)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({"a1b22, a0b00", "٣٤, 00", "x, x"})
  void makesDigitsZeros(String word, String expected) {
    assertThat(form(null, false, Digits.ZERO, Punctuation.KEEP).apply(word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1984, ''", "'3,14', ''", "-5.0, ''", "12:30, ''", "4th, 4th", ".., ..", "mp3, mp3"})
  void leavesNumbersOut(String word, String expected) {
    assertThat(form(null, false, Digits.DROP, Punctuation.KEEP).apply(word)).isEqualTo(expected);
  }

  /** Would not end if each digit restarted a search. */
  @Test
  void dropsLongNumbersAndKeepsLongWords() {
    WordNormalization withoutNumbers = form(null, false, Digits.DROP, Punctuation.KEEP);
    String digits = "7٣".repeat(500_000);
    assertThat(withoutNumbers.apply("-" + digits + ".5")).isEmpty();
    assertThat(withoutNumbers.apply(digits + "x")).isEqualTo(digits + "x");
    assertThat(withoutNumbers.apply("+-7")).isEmpty();
    assertThat(withoutNumbers.apply("7+")).isEqualTo("7+");
    assertThat(withoutNumbers.apply("𝟕")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(hello),|hello",
        "don't|don't",
        "U.S.|U.S",
        "...|''",
        "《妄想》|妄想",
        "，|''",
        "a/b|a/b",
        "“x”|x",
        "$5|5",
        "\u200b|''",
        "new_york|new_york",
        "C++,|C++",
        "(C#)|C#",
        "Disney+!|Disney+",
        "5+|5",
        "++|''",
        "#tag|tag",
        "@user:|user",
        "\ud83d\ude00!|\ud83d\ude00",
        "\u2764\ufe0f|\u2764\ufe0f",
        "\ufe0f|''",
        "\u2122|''"
      })
  void cutsPunctuationOffTheEndsOfWords(String word, String expected) {
    assertThat(form(null, false, Digits.KEEP, Punctuation.DROP).apply(word)).isEqualTo(expected);
  }

  @Test
  void countsCharactersNotUnits() {
    WordNormalization form = WordNormalization.AS_WRITTEN.with(new WordNormalization.Lengths(2, 3));
    assertThat(List.of("a", "ab", "abc", "abcd", "😀", "😀😀", "词语"))
        .filteredOn(word -> !form.apply(word).isEmpty())
        .containsExactly("ab", "abc", "😀😀", "词语");
    assertThatThrownBy(() -> new WordNormalization.Lengths(3, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WordNormalization.Lengths(0, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stopWordsAreReadInTheFormThatWordsHave() throws Exception {
    Path file = Files.writeString(folder.resolve("stop"), "The\n\n  of \n的\n");
    Tokenization lower = Tokenization.DEFAULT.with(WordNormalization.LOWER_CASE);
    WordNormalization form = StopWords.read(TextFile.at(file), lower);
    assertThat(form.stopWords()).containsExactlyInAnyOrder("the", "of", "的");
    assertThat(Encoding.DEFAULT.with(lower.with(form)).encode("THE king OF 的 Of them").words())
        .containsExactly("king", "them");
    Path bad = Files.write(folder.resolve("bad"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> StopWords.read(TextFile.at(bad), lower))
        .isInstanceOf(TextFileException.class)
        .hasMessageContaining("not valid UTF-8");
  }

  @Test
  void wordsThatBecomeEqualAreCountedTogetherAndDroppedOnesNotAtAll() throws Exception {
    Tokenization tokenization =
        Tokenization.DEFAULT.with(
            form(Locale.ROOT, false, Digits.KEEP, Punctuation.DROP).with(Set.of("x")));
    PlainCorpus corpus =
        Encoding.DEFAULT.with(tokenization).threads(3).encode("A, a! -- x (X) b\n...\n(a)");
    assertThat(corpus.words()).containsExactly("a", "b");
    assertThat(corpus.counts()).containsExactly(3L, 1L);
    assertThat(corpus.sentences()).containsExactly(List.of(0, 0, 1), List.of(0));
  }

  @Test
  void charactersChangeBeforeWordsAreCutAndSpacesNeverGetIntoWords() throws Exception {
    CharacterNormalization nfkc = new CharacterNormalization(true, false, Optional.empty());
    CharacterNormalization narrow = new CharacterNormalization(false, true, Optional.empty());
    assertThat(words(nfkc, "ﬁn ＡＢＣ１ ´ Ⅳ ｶﾞ ㍿"))
        .containsExactlyInAnyOrder("fin", "ABC1", "\u0301", "IV", "ガ", "株式会社");
    assertThat(words(nfkc, "\ufdfa")).singleElement().asString().doesNotContain(" ");
    assertThat(words(narrow, "ＡＢＣ！ ｶﾞ ﬁn")).containsExactlyInAnyOrder("ABC!", "ｶﾞ", "ﬁn");
    CharacterNormalization swapped =
        new CharacterNormalization(false, false, Optional.of(text -> text.replace("電", "电")));
    assertThat(words(swapped, "電話 电話")).containsExactly("电話");
  }

  private static List<String> words(CharacterNormalization form, String text) throws Exception {
    return Encoding.DEFAULT.with(Tokenization.DEFAULT.with(form)).encode(text).words();
  }

  private static WordNormalization form(
      Locale language, boolean withoutAccents, Digits digits, Punctuation punctuation) {
    return new WordNormalization(
        Optional.ofNullable(language),
        withoutAccents,
        digits,
        punctuation,
        WordNormalization.Lengths.ALL,
        Set.of());
  }
}
