package org.wordvec.corpora.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {
  @ParameterizedTest
  @CsvSource({
    "shift_jis, 87408782878afbfc, ①№㈱髙",
    "euc-jp, ada1adea, ①㈱",
    "iso-2022-jp, 1b2442467c4b5c1b2842, 日本",
    "iso-2022-jp, 1b24422d211b284a41, ①A",
    "euc-kr, 8c639befc7d1b1db, 똠쏉한글",
    "cp949, 5cc7d1b1db, \\한글",
    "big5, 9def9df8, 嘅啲",
    "big5, a3e1a1fef9d6, €／碁",
    "big5, c6cfc6d3c6d5c6d7c6dec6df, 廴无癶隶〃仝",
    "big5-hkscs, c6dac6db61c6ddc6f1c7b4, ヽヾaゞかジ",
    "cp950, a3e1a145, €‧",
    "gbk, b9facdf58139ee39, 国王㐀",
    "cp936, 80b9fa, €国",
    "latin1, 93e99480, “é”€",
    "cp874, a1802d, ก€-",
    "utf-8-sig, e59bbd, 国",
    "koi8-r, cdc9d2, мир",
    "utf-16, 690070002056, ip嘠",
    "utf-16, 006100620020, 'ab '"
  })
  void readsWhatFilesOfThatNameHold(String name, String hex, String text) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Charset charset = EncodingNames.find(name).orElseThrow();
    assertThat(decoded(bytes, charset, EncodingErrors.STRICT)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "shift_jis, 41fd4142, A\ufffdAB",
    "shift_jis, 8501ea41, \ufffd\u0001鵞",
    "shift_jis, 85feb1b2, \ufffdｱｲ",
    "gbk, b9ff41b9fa, \ufffdA国",
    "gbk, b90ab9fa, '\ufffd\n国'",
    "gbk, ffb9fa, \ufffd国",
    "gbk, b9fab9, 国\ufffd",
    "euc-kr, c7feffb1db, 혠\ufffd글",
    "big5, 61ff2062, 'a\ufffd b'",
    "euc-kr, c93041c7d1, \ufffd0A한",
    "utf-16le, 410000d84200, A\ufffdB",
    "utf-16be, d8000041, \ufffdA",
    "latin1, 41814e, A\ufffdN",
    "ascii, 41e94e, A\ufffdN",
    "utf-8, 41e9ff4e, A\ufffd\ufffdN"
  })
  void resynchronizesAsBrowsersDo(String name, String hex, String text) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Charset charset = EncodingNames.find(name).orElseThrow();
    for (EncodingErrors errors :
        new EncodingErrors[] {EncodingErrors.REPLACE, EncodingErrors.SKIP}) {
      assertThat(decoded(bytes, charset, errors)).isEqualTo(text);
    }
    assertThatThrownBy(() -> decoded(bytes, charset, EncodingErrors.STRICT))
        .isInstanceOf(UndecodableTextException.class);
  }

  @Test
  void mapsNoEtenCharacterToPrivateUse() throws IOException {
    Charset big5 = EncodingNames.find("big5").orElseThrow();
    for (int trail = 0xa1; trail <= 0xfe; trail++) {
      byte[] sign = {(byte) 0xc6, (byte) trail};
      String text = decoded(sign, big5, EncodingErrors.STRICT);
      assertThat(text).doesNotContainPattern("\\p{Co}").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 65_534, 65_535, 65_536, 65_537, 131_071, 500_000})
  void namesThePlace(int before) {
    byte[] bytes = ("a".repeat(Math.max(0, before - 1)) + (before > 0 ? "\n" : "")).getBytes(UTF_8);
    byte[] all = new byte[bytes.length + 4];
    System.arraycopy(bytes, 0, all, 0, bytes.length);
    all[before] = (byte) 0xb9;
    all[before + 1] = (byte) 0xff;
    assertThatThrownBy(() -> decoded(all, Charset.forName("GB18030"), EncodingErrors.STRICT))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessage(
            "a.txt: byte %d (line %d): not valid gb18030; --encoding-errors=replace or skip would"
                + " go on",
            before, before > 0 ? 2 : 1);
  }

  @Test
  void aNulByteIsAnErrorOrWhiteSpace() throws IOException {
    byte[] bytes = {(byte) 0xb9, (byte) 0xfa, '\n', 'a', 0, 'b'};
    Charset gbk = Charset.forName("GB18030");
    assertThatThrownBy(() -> decoded(bytes, gbk, EncodingErrors.STRICT))
        .hasMessage(
            "a.txt: byte 4 (line 2): a NUL byte, where text was expected;"
                + " --encoding-errors=replace or skip would take it for white space");
    assertThat(decoded(bytes, gbk, EncodingErrors.REPLACE)).isEqualTo("国\na b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB18030",
        "windows-31j",
        "x-windows-949",
        "x-MS950-HKSCS",
        "UTF-16LE",
        "UTF-32BE",
        "x-eucJP-Open",
        "x-windows-iso2022jp",
        "UTF-8"
      })
  void cutsNoCharacterBetweenBuffers(String name) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    String letters = "abc\n国王日本①" + (name.contains("949") ? "한글" : "") + "。";
    while (text.length() < 200_000) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    Charset charset = Charset.forName(name);
    String expected = new String(text.toString().getBytes(charset), charset);
    assertThat(decoded(text.toString().getBytes(charset), charset, EncodingErrors.STRICT))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(ByteOrderMark.class)
  void aMarkCountsForMoreThanWhatIsGiven(ByteOrderMark mark) throws IOException {
    byte[] text = "\ufeff国 a\n".getBytes(mark.charset());
    TextEncoding given = new TextEncoding.Named(Charset.forName("GB18030"));
    try (InputStream in =
        Transcoding.openValid(
            new ByteArrayInputStream(text), given, EncodingErrors.STRICT, "a.txt")) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("国 a\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, the king and queen",
    "UTF-16BE, the king and queen",
    "UTF-16LE, '国王和王后住在北京的故宫里，他们研究生命起源的问题。\n一二三\n'",
    "UTF-16BE, '국왕과 왕비는 서울에 산다.\n'",
    "UTF-16LE, 'Привет, мир\r\n'",
    "UTF-32LE, the king",
    "UTF-32BE, '国王和 queen'",
    "x-windows-iso2022jp, 日本語の文章です。",
    "UTF-8, 'ab国 d\0e f g h i j k'",
    "UTF-8, 'abcdefg\0hij\0klm'",
    "UTF-8, 'plain text with an escape \u001b[0m'"
  })
  void autoKnowsUnicodeWithoutAMark(String name, String text) throws IOException {
    TextEncoding auto = new TextEncoding.Detected(beginning -> Optional.empty());
    byte[] bytes = text.getBytes(Charset.forName(name));
    try (InputStream in =
        Transcoding.open(new ByteArrayInputStream(bytes), auto, EncodingErrors.REPLACE, "a")) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Die Größe überrascht.\n', 3, 'x \u00e9 y', UTF-8",
    "'Die Größe überrascht.\n', 2, 'x \u00e9 y', windows-1252",
    "'', 0, 'x \u00ed\u00a0\u00bd\u00ed\u00b8\u0080 y', UTF-8",
    "'', 0, 'Die Gr\u00f6\u00dfe', windows-1252"
  })
  void autoTakesUtf8WithAnErrorForUtf8(String utf8, int times, String bytes, String found) {
    byte[] text =
        (new String(utf8.repeat(times).getBytes(UTF_8), ISO_8859_1) + bytes).getBytes(ISO_8859_1);
    assertThat(Transcoding.detect(text, beginning -> Optional.of(ISO_8859_1)))
        .contains(Charset.forName(found));
  }

  @Test
  void autoTakesNoLatinTextWithANulForUtf16() {
    byte[] bytes = "caf\u00e9 noir\0 et th\u00e9".getBytes(ISO_8859_1);
    assertThat(UnmarkedUnicode.detect(bytes)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1b2442467c4b5c1b2842, 日本", "1b2429430e47510f, 한", "1b2429410e56500f, 中"})
  void autoKnowsEscapes(String hex, String text) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Charset found = Transcoding.detect(bytes, beginning -> Optional.empty()).orElseThrow();
    assertThat(decoded(bytes, found, EncodingErrors.STRICT)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HZ (~{...~})       | ~{VPND~} (HZ)#~{PEO\"4&@m~}#plain",
        "UTF-7 (+...-)       | +ZeVnLIqeMGcwWQ-#+MKIw4TDqMKs-.#+ZcWITA a +Z3FOrA-",
        "UTF-7 (+...-)       | Gr+APYA3w-e +APw-ber, h+APY-ren, M+AOQ-dchen",
        "ISO-2022-JP-2       | a \u001b$A::\u001b(B",
      })
  void autoRejectsSevenBitEncodings(String encoding, String text) {
    TextEncoding auto = new TextEncoding.Detected(beginning -> Optional.empty());
    assertThatThrownBy(
            () ->
                Transcoding.open(
                    new ByteArrayInputStream(text.replace('#', '\n').getBytes(UTF_8)),
                    auto,
                    EncodingErrors.STRICT,
                    "a.txt"))
        .isInstanceOf(TextFileException.class)
        .hasMessage(
            "a.txt: looks like %s, which is not read; convert it to UTF-8, or give --encoding"
                + " utf-8 to read it as it is written",
            encoding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(format nil \"~{~a~^, ~}\" list) (format t \"~{~}\" x) ~{ ~A ~}",
        "one ~{VPND~} example of HZ in English text",
        "io:format(\"~p~n\", [~{a, b~}]). ~{abc~} ~{x~} ~{de~} ~{ABCDEFGHIJ~}",
        "call +353-1-4567 or +358-9-123, +100 +104 +108 +1000 +49-30-123456",
        "x+offset-1 a+b-c base+index+displacement C++17 std::string+std::string",
        "eG/+9sB+AAbC+QW3/z0k+Yz8+QQQ8 MIIB+Q0lFQ+zhZ34hYkL+0PqT8xV+ytdSS+aa1",
        "GB+ +A +AB +ABC +ABCD +XYZ +text +plus"
      })
  void autoDetectsAscii(String text) {
    assertThat(SevenBitText.encoding(text.getBytes(UTF_8))).isEmpty();
  }

  private static String decoded(byte[] bytes, Charset charset, EncodingErrors errors)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in =
        Transcoding.openValid(
            new ByteArrayInputStream(bytes), new TextEncoding.Named(charset), errors, "a.txt")) {
      in.transferTo(out);
    }
    return out.toString(UTF_8);
  }
}
