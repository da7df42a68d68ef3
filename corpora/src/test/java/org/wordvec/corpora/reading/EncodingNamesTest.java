package org.wordvec.corpora.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingNamesTest {
  @ParameterizedTest
  @CsvSource({
    "shift_jis, windows-31j",
    "sjis, windows-31j",
    "x-sjis, windows-31j",
    "cp932, windows-31j",
    "MS932, windows-31j",
    "windows-31j, windows-31j",
    "euc-kr, x-windows-949",
    "ks_c_5601-1987, x-windows-949",
    "ksc5601, x-windows-949",
    "korean, x-windows-949",
    "uhc, x-windows-949",
    "CP949, x-windows-949",
    "ms949, x-windows-949",
    "windows-949, x-windows-949",
    "949, x-windows-949",
    "big5, x-MS950-HKSCS",
    "Big5-HKSCS, x-MS950-HKSCS",
    "cn-big5, x-MS950-HKSCS",
    "cp950, x-windows-950",
    "gb2312, GB18030",
    "gbk, GB18030",
    "x-gbk, GB18030",
    "euc-cn, GB18030",
    "chinese, GB18030",
    "gb_2312-80, GB18030",
    "gb18030, GB18030",
    "cp936, x-mswin-936",
    "cp54936, GB18030",
    "latin1, windows-1252",
    "latin-1, windows-1252",
    "iso-8859-1, windows-1252",
    "iso88591, windows-1252",
    "latin5, windows-1254",
    "iso-8859-15, ISO-8859-15",
    "ascii, US-ASCII",
    "cp1252, windows-1252",
    "windows-1251, windows-1251",
    "cp437, IBM437",
    "cp866, IBM866",
    "cp874, x-windows-874",
    "tis-620, x-windows-874",
    "iso-8859-11, x-windows-874",
    "euc-jp, x-eucJP-Open",
    "iso-2022-jp, x-windows-iso2022jp",
    "koi8-r, KOI8-R",
    "macintosh, x-MacRoman",
    "johab, x-Johab",
    "cp65001, UTF-8",
    "utf8, UTF-8",
    "UTF-8, UTF-8",
    "utf-8-sig, UTF-8",
    "utf_8, UTF-8",
    "utf-16, UTF-16",
    "utf16, UTF-16",
    "unicode, UTF-16",
    "utf-16le, UTF-16LE",
    "utf-16-be, UTF-16BE",
    "cp1200, UTF-16LE",
    "utf-32, UTF-32",
    "utf-32-le, UTF-32LE",
    "IBM949, x-IBM949",
    "x-ibm932, x-IBM942C"
  })
  void meanWhatOthersMeanByThem(String name, String charset) {
    assertThat(EncodingNames.find(name)).contains(Charset.forName(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"martian", "", "hz", "utf-7", "-", "99999", "cp99999", "ü"})
  void areNotMadeUp(String name) {
    assertThat(EncodingNames.find(name)).isEmpty();
  }

  /** Every name that Java knows, so that a new one of IBM's is noticed. */
  @Test
  void differFromJavasOnlyWhereWindowsMeansAnother() {
    Map<String, String> different = new TreeMap<>();
    for (Charset charset : Charset.availableCharsets().values()) {
      for (String alias : charset.aliases()) {
        Optional<Charset> found = EncodingNames.find(alias);
        if (!found.equals(Optional.of(EncodingNames.larger(charset)))) {
          different.put(alias, found.map(Charset::name).orElse("-"));
        }
      }
    }
    assertThat(different)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("874", "x-windows-874"),
                Map.entry("cp874", "x-windows-874"),
                Map.entry("932", "windows-31j"),
                Map.entry("cp932", "windows-31j"),
                Map.entry("CP936", "x-mswin-936"),
                Map.entry("windows-936", "x-mswin-936"),
                Map.entry("949", "x-windows-949"),
                Map.entry("cp949", "x-windows-949"),
                Map.entry("950", "x-windows-950"),
                Map.entry("cp950", "x-windows-950"),
                Map.entry("ISO-10646-UCS-2", "UTF-16")));
  }

  @Test
  void areFoundAgainByWhatMessagesSay() {
    for (Charset charset : Charset.availableCharsets().values()) {
      Charset larger = EncodingNames.larger(charset);
      assertThat(EncodingNames.find(EncodingNames.of(larger))).as("%s", charset).contains(larger);
    }
  }
}
