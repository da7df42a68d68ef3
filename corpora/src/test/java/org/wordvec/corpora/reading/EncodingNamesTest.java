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
  void haveTheirCommonMeaning(String name, String charset) {
    assertThat(EncodingNames.find(name)).contains(Charset.forName(charset));
  }

  /** All labels of WHATWG's Encoding Standard but those of the two encodings that Java lacks. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8, unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "IBM866, 866 cp866 csibm866 ibm866",
    "ISO-8859-2, csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2"
        + " latin2",
    "ISO-8859-3, csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3"
        + " latin3",
    "ISO-8859-4, csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4"
        + " latin4",
    "ISO-8859-5, csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5"
        + " iso_8859-5:1988",
    "ISO-8859-6, arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6"
        + " iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "ISO-8859-7, csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7"
        + " iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek",
    "ISO-8859-8, csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8"
        + " iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
    "ISO-8859-13, iso-8859-13 iso8859-13 iso885913",
    "ISO-8859-15, csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "ISO-8859-16, iso-8859-16",
    "KOI8-R, cskoi8r koi koi8 koi8-r koi8_r",
    "KOI8-U, koi8-ru koi8-u",
    "x-MacRoman, csmacintosh mac macintosh x-mac-roman",
    "x-windows-874, dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "windows-1250, cp1250 windows-1250 x-cp1250",
    "windows-1251, cp1251 windows-1251 x-cp1251",
    "windows-1252, cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591"
        + " iso_8859-1 iso_8859-1:1987 l1 latin1 windows-1252 x-cp1252",
    "windows-1253, cp1253 windows-1253 x-cp1253",
    "windows-1254, cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9"
        + " iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254",
    "windows-1255, cp1255 windows-1255 x-cp1255",
    "windows-1256, cp1256 windows-1256 x-cp1256",
    "windows-1257, cp1257 windows-1257 x-cp1257",
    "windows-1258, cp1258 windows-1258 x-cp1258",
    "x-MacUkraine, x-mac-cyrillic x-mac-ukrainian",
    "GB18030, chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"
        + " gb18030",
    "x-MS950-HKSCS, big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "x-eucJP-Open, cseucpkdfmtjapanese euc-jp x-euc-jp",
    "x-windows-iso2022jp, csiso2022jp iso-2022-jp",
    "windows-31j, csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "x-windows-949, cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989"
        + " ksc5601 ksc_5601 windows-949",
    "UTF-16BE, utf-16be unicodefffe",
    "UTF-16LE, utf-16le",
    "UTF-16, csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"
  })
  void meanWhatBrowsersMeanByThem(String charset, String labels) {
    assertNamed(charset, labels);
  }

  private static void assertNamed(String charset, String names) {
    for (String name : names.split(" ", -1)) {
      assertThat(EncodingNames.find(name)).as(name).contains(Charset.forName(charset));
    }
  }

  /** What iconv, MySQL, PHP and editors call encodings. */
  @ParameterizedTest
  @CsvSource({
    "x-eucJP-Open, ujis eucjp euc_jp eucJP-ms euc-jp-ms eucjp-win cp51932",
    "windows-31j, sjis-win cp932 mskanji win932",
    "x-SJIS_0213, shift_jisx0213 shift-jisx0213 sjisx0213 shift_jis-2004",
    "x-windows-iso2022jp, iso2022jp iso-2022-jp-ms",
    "ISO-2022-JP-2, iso-2022-jp-1 iso-2022-jp-2 csiso2022jp2",
    "x-MS950-HKSCS, bigfive big-five big5hkscs big5-hkscs:2004",
    "x-windows-949, uhc euckr euc_kr mswin949",
    "GB18030, euccn euc_cn cngb",
    "x-windows-874, tis620 tis-620-0 tis620.2533-1 iso-ir-166",
    "UTF-8, utf8mb4 utf8mb3 utf-8-mac u8",
    "UTF-16LE, ucs-2le utf16le",
    "UTF-16BE, ucs-2be utf16be",
    "UTF-32LE, ucs-4le utf32le",
    "UTF-32BE, ucs-4be",
    "windows-1250, 1250 win1250 ms-ee",
    "windows-1251, 1251 win-1251 windows-cp1251 ms-cyrl",
    "windows-1252, 1252 win1252 ms-ansi",
    "windows-1253, ms-greek",
    "windows-1254, ms-turk",
    "windows-1255, ms-hebr",
    "windows-1256, ms-arab",
    "windows-1257, winbaltrim",
    "ISO-8859-13, latin7 l7 iso-ir-179",
    "x-MacCentralEurope, maccentraleurope x-mac-ce",
    "x-MacIceland, maciceland x-mac-icelandic",
    "x-MacRomania, macromania x-mac-romanian"
  })
  void meanWhatOtherProgramsMeanByThem(String charset, String names) {
    assertNamed(charset, names);
  }

  /** Java has no such encodings. */
  @ParameterizedTest
  @ValueSource(
      strings = {"iso-8859-10", "latin6", "iso-8859-14", "latin8", "viscii", "tcvn", "armscii-8"})
  void areUnknownWhereJavaCannotReadThem(String name) {
    assertThat(EncodingNames.find(name)).isEmpty();
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
