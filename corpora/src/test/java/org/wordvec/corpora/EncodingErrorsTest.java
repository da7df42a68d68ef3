package org.wordvec.corpora;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.corpora.text.CorpusException;

class EncodingErrorsTest {
  /** Text in ISO 8859-1, whose é is no valid UTF-8. */
  private static final byte[] LATIN =
      "un caf\u00e9 noir\n\u00e9\nun caf\u00e9\n".getBytes(ISO_8859_1);

  @ParameterizedTest
  @CsvSource({
    "a stray continuation, ok\\x80, 2",
    "a continuation at the start, \\x80ok, 0",
    "a byte that never occurs, ok\\xff.., 2",
    "an overlong slash, a\\xc0\\xaf, 1",
    "an overlong of three bytes, abc\\xe0\\x80\\xaf, 3",
    "a surrogate, abc\\xed\\xa0\\x80, 3",
    "a code point above the last, abc\\xf4\\x90\\x80\\x80, 3",
    "a sequence that the token's end cuts, abcd\\xe8\\xaf, 4",
    "a sequence that a letter cuts, abcd\\xe8\\xafe, 4",
    "a second error behind valid text, \\xc3\\xa9\\xc3\\xa9\\xc3(, 4",
    "an error behind the first eight bytes, 12345678\\xff, 8",
    "an error behind the first sixteen bytes, 0123456789abcdef\\xff, 16"
  })
  void strictNamesTheByte(String what, String token, int place) {
    byte[] before = "good wörds\nand ".getBytes(UTF_8);
    byte[] malformed = Texts.concatenated(before, unescape(token), " end".getBytes(UTF_8));
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(malformed))
        .as(what)
        .isInstanceOf(UndecodableTextException.class)
        .hasMessage(
            "standard input: byte %d: not valid UTF-8;"
                + " --encoding-errors=replace or skip would go on",
            before.length + place);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 500_000, 524_288, 700_001, 1_000_000})
  void strictNamesTheByteInEveryBlock(int place) {
    byte[] text = "abc de\n".repeat(200_000).getBytes(UTF_8);
    text[place] = (byte) 0xff;
    assertThatThrownBy(() -> Encoding.DEFAULT.threads(2).encode(text))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageStartingWith("standard input: byte %d: not valid UTF-8", place);
  }

  @Test
  void replacePutsTheReplacementCharacter() throws IOException, InterruptedException {
    byte[] same = "caf\ufffd\n".getBytes(UTF_8);
    PlainCorpus corpus =
        Encoding.DEFAULT.with(EncodingErrors.REPLACE).encode(Texts.concatenated(LATIN, same));
    assertThat(corpus.words()).containsExactly("caf\ufffd", "un", "noir", "\ufffd");
    assertThat(corpus.counts()).containsExactly(3L, 2L, 1L, 1L);
    assertThat(corpus.sentences())
        .containsExactly(List.of(1, 0, 2), List.of(3), List.of(1, 0), List.of(0));
  }

  @Test
  void skipLeavesTheTokenOut() throws IOException, InterruptedException {
    byte[] replacedBefore = "caf\ufffd\n".getBytes(UTF_8);
    PlainCorpus corpus =
        Encoding.DEFAULT
            .with(EncodingErrors.SKIP)
            .encode(Texts.concatenated(LATIN, replacedBefore));
    assertThat(corpus.words()).containsExactly("un", "noir");
    assertThat(corpus.sentences()).containsExactly(List.of(0, 1), List.of(0));
  }

  @Test
  void skipRefusesACorpusOfNothingElse() {
    assertThatThrownBy(
            () -> Encoding.DEFAULT.with(EncodingErrors.SKIP).encode(new byte[] {-1, ' ', -2}))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith("standard input: ");
  }

  @ParameterizedTest
  @EnumSource
  void keepsValidText(EncodingErrors errors) throws IOException, InterruptedException {
    assertThat(Encoding.DEFAULT.with(errors).encode("é 词 😀 \ufffd \ufeff é").words())
        .containsAll(List.of("é", "词", "😀"))
        .doesNotContain("\ufeff");
  }

  @Test
  void aNulByteIsAnErrorOrWhiteSpace() throws IOException, InterruptedException {
    assertThatThrownBy(() -> Encoding.DEFAULT.encode("a b\nc\0d"))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessage(
            "standard input: byte 5: a NUL byte, where text was expected;"
                + " --encoding-errors=replace or skip would take it for white space");
    for (EncodingErrors errors : List.of(EncodingErrors.REPLACE, EncodingErrors.SKIP)) {
      assertThat(Encoding.DEFAULT.with(errors).encode("a b\nc\0d").words())
          .containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void leavesOutAByteOrderMark() throws IOException, InterruptedException {
    assertThat(Encoding.DEFAULT.encode("\ufeffa b\n").words()).containsExactly("a", "b");
    assertThat(Encoding.DEFAULT.encode("a \ufeffb\n").words()).containsExactly("a", "b");
    assertThat(Encoding.DEFAULT.encode("a\n\ufeffb\na\ufeffb").words()).containsExactly("a", "b");
  }

  @Test
  void countsAByteOrderMarkInThePlaceOfAnError() {
    byte[] text = Texts.concatenated("\ufeffab ".getBytes(UTF_8), new byte[] {-1});
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(text))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageStartingWith("standard input: byte 6: ");
  }

  private static byte[] unescape(String text) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\x", i)) {
        bytes.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        bytes.append(text.charAt(i));
      }
    }
    return bytes.toString().getBytes(ISO_8859_1);
  }
}
