package org.wordvec.corpora.tokenizing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.BlockReader;
import org.wordvec.corpora.PlainCorpus;
import org.wordvec.corpora.Texts;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.corpora.text.TextBlock;
import org.wordvec.corpora.words.TokenTable;
import org.wordvec.corpora.words.VocabularyLimits;

class WhitespaceScannerTest {
  private static final String END = "<end>";

  @ParameterizedTest
  @ValueSource(ints = {64, 71, 200, 5000})
  void findsTheTokensThatSplitFinds(int capacity) throws IOException {
    byte[] text = Texts.random(capacity, 8_000);
    PlainCorpus reference =
        PlainCorpus.reference(text, Tokenization.DEFAULT, new VocabularyLimits(1, 0));
    List<String> expected =
        reference.sentences().stream()
            .flatMap(List::stream)
            .map(id -> reference.words().get(id))
            .toList();
    List<String> found = tokens(text, capacity);
    found.removeIf(END::equals);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void marksTheEndOfEachLineThatHasTokens() throws IOException {
    assertThat(tokens("\n\n a b\r\n \t\nc\n\nd"))
        .containsExactly("a", "b", END, "c", END, "d", END);
  }

  @Test
  void takesEveryByteUpToSpaceForASeparator() throws IOException {
    for (char separator = 1; separator <= ' '; separator++) {
      String end = separator == '\n' || separator == '\r' ? END : "";
      List<String> tokens = tokens("left" + separator + "right");
      tokens.removeLast();
      tokens.remove(end);
      assertThat(tokens).as("0x%02x", (int) separator).containsExactly("left", "right");
    }
  }

  @Test
  void takesEveryOtherAsciiCharacterForPartOfAWord() throws IOException {
    for (char letter = '!'; letter <= 0x7f; letter++) {
      String word = "left" + letter + "right";
      assertThat(tokens(word)).as("0x%02x", (int) letter).containsExactly(word, END);
    }
  }

  @Test
  void cutsAtAllWhiteSpaceOfUnicode() throws IOException {
    for (int point = 0x80; point <= 0xffff; point++) {
      boolean isSpace = point == 0x85 || point == 0xfeff || Character.isSpaceChar(point);
      String space = Character.toString(point);
      if (Character.isSurrogate((char) point)) {
        continue;
      }
      for (String left : List.of("a", "0123456", "\u8bcd\u8bcd\u8bcd", "0123456789abcdefgh")) {
        List<String> expected =
            isSpace ? List.of(left, "right", END) : List.of(left + space + "right", END);
        if (isSpace || point % 97 == 0) {
          assertThat(tokens(left + space + "right")).as("U+%04x", point).isEqualTo(expected);
        }
      }
    }
    assertThat(tokens("\u3000\u3000a\u00a0 \u2003\nb\u3000\n\u3000\n"))
        .containsExactly("a", END, "b", END);
  }

  @Test
  void takesUnicodeWhiteSpaceForPartOfAWordIfOnlyAsciiCounts() throws IOException {
    TokenTable table = new TokenTable(16);
    WhitespaceScanner scanner = new WhitespaceScanner(table, true, true, 100);
    TextBlock block = new TextBlock(100);
    try (BlockReader reader = new BlockReader(Texts.corpus("a\u00a0b \u3000 \u0085"))) {
      reader.next(block);
      assertThat(scanner.tokenize(block)).containsExactly(0, 1, 2, BlockTokenizer.LINE_END);
    }
    assertThat(new String(table.token(0), UTF_8)).isEqualTo("a\u00a0b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456", "0123456789abc", "0123456789abcdefgh"})
  void separatesWordsAtWhiteSpaceOfCIfOnlyAsciiCounts(String before) throws IOException {
    for (char letter = 1; letter <= ' '; letter++) {
      String text = before + "a" + letter + "b" + letter + "\n" + letter + "c";
      TokenTable table = new TokenTable(16);
      WhitespaceScanner scanner = new WhitespaceScanner(table, true, true, 100);
      TextBlock block = new TextBlock(100);
      try (BlockReader reader = new BlockReader(Texts.corpus(text))) {
        assertThat(reader.next(block)).isTrue();
      }
      List<String> words = new ArrayList<>();
      for (int number : scanner.tokenize(block)) {
        words.add(number < 0 ? END : new String(table.token(number), UTF_8));
      }
      boolean space = letter == ' ' || (letter >= '\t' && letter <= '\r');
      assertThat(words)
          .as("0x%02x", (int) letter)
          .isEqualTo(
              !space
                  ? List.of(before + "a" + letter + "b" + letter, END, letter + "c", END)
                  : letter == '\n'
                      ? List.of(before + "a", END, "b", END, "c", END)
                      : List.of(before + "a", "b", END, "c", END));
    }
  }

  @Test
  void readsWordsOfEveryLengthAtTheEndOfABlock() throws IOException {
    for (int length = 1; length <= 40; length++) {
      String word = "x".repeat(length);
      assertThat(tokens((word + " " + word).getBytes(UTF_8), 2 * length + 1))
          .containsExactly(word, word, END);
    }
  }

  @Test
  void countsTokensOverAllBlocks() throws IOException {
    WhitespaceScanner tokenizer = new WhitespaceScanner(new TokenTable(16), false, true, 10);
    TextBlock block = new TextBlock(10);
    try (BlockReader reader = new BlockReader(Texts.corpus("a b c\nd a\ne f g h\n"))) {
      while (reader.next(block)) {
        tokenizer.tokenize(block);
      }
    }
    assertThat(tokenizer.tokens()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "abc \0 d", "0123456789abcdef\0", "\0", "a\n\0"})
  void refusesNulBytes(String text) {
    assertThatThrownBy(() -> tokens(text))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageStartingWith(
            "standard input: byte %d: a NUL byte, where text was", text.indexOf('\0'));
  }

  private static List<String> tokens(String text) throws IOException {
    return tokens(text.getBytes(UTF_8), 1000);
  }

  private static List<String> tokens(byte[] text, int capacity) throws IOException {
    TokenTable table = new TokenTable(16);
    WhitespaceScanner tokenizer = new WhitespaceScanner(table, false, true, capacity);
    TextBlock block = new TextBlock(capacity);
    List<String> tokens = new ArrayList<>();
    try (BlockReader reader = new BlockReader(Texts.corpus(text))) {
      while (reader.next(block)) {
        for (int number : tokenizer.tokenize(block)) {
          tokens.add(
              number == BlockTokenizer.LINE_END ? END : new String(table.token(number), UTF_8));
        }
      }
    }
    return tokens;
  }
}
