package org.wordvec.corpora.tokenizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.Encoding;
import org.wordvec.corpora.PlainCorpus;
import org.wordvec.corpora.Texts;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.UndecodableTextException;

class LineTokenizerTest {
  /** Cuts at commas, and so hands over blanks and tokens with blanks. */
  private static final Segmentation COMMAS =
      new Segmentation.Named(
          "commas",
          Locale.ROOT,
          () ->
              (text, tokens) -> {
                for (String token : text.split(",", -1)) {
                  tokens.accept(token);
                }
              });

  @Test
  void takesWhatATokenizerHandsOver() throws Exception {
    assertThat(words("b,a,b\n\n,,\nc,b", COMMAS)).containsExactly("b 3", "a 1", "c 1");
  }

  @Test
  void aLineIsASentence() throws Exception {
    PlainCorpus corpus = encoding(COMMAS).encode("a,b\n\nb,a,c\n");
    assertThat(corpus.sentences()).containsExactly(List.of(0, 1), List.of(1, 0, 2));
  }

  @Test
  void whiteSpaceNeverGetsIntoAWord() throws Exception {
    assertThat(words(" new  york\t,\u3000san\u3000\u00a0francisco \r\n", COMMAS))
        .containsExactly("new__york 1", "san__francisco 1");
  }

  @Test
  void writesEveryCharacterAsUtf8() throws Exception {
    String word = "x\u00e9\u4e2d\ud83d\ude00" + "\u00e9".repeat(300);
    assertThat(words(word, COMMAS)).containsExactly(word + " 1");
  }

  @Test
  void halfOfASurrogatePairBecomesAReplacement() throws Exception {
    Segmentation cut =
        new Segmentation.Named(
            "cut", Locale.ROOT, () -> (text, tokens) -> tokens.accept(text, 0, 1));
    assertThat(words("\ud83d\ude00", cut)).containsExactly("\ufffd 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theNumberOfThreadsChangesNothing(int threads) throws Exception {
    byte[] text = Texts.random(7, 300_000);
    assertThat(encoding(COMMAS).threads(threads).encode(text))
        .isEqualTo(encoding(COMMAS).encode(text));
  }

  @Test
  void malformedTextFailsIsReplacedOrLosesItsToken() throws Exception {
    byte[] text = {'a', ',', 'b', (byte) 0xff, ',', 'c'};
    assertThatThrownBy(() -> encoding(COMMAS).encode(text))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageContaining("byte 3: not valid UTF-8");
    assertThat(encoding(COMMAS).with(EncodingErrors.REPLACE).encode(text).words())
        .containsExactly("a", "b\ufffd", "c");
    assertThat(encoding(COMMAS).with(EncodingErrors.SKIP).encode(text).words())
        .containsExactly("a", "c");
  }

  @Test
  void aNulByteIsAnErrorOrWhiteSpace() throws Exception {
    assertThatThrownBy(() -> encoding(COMMAS).encode("a,b\nc\0"))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageContaining("byte 5: a NUL byte");
    assertThat(encoding(COMMAS).with(EncodingErrors.SKIP).encode("a,b\nc\0,\0d").words())
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void aCarriageReturnEndsALineAndAByteOrderMarkIsNoLetter() throws Exception {
    PlainCorpus corpus = encoding(COMMAS).encode("a,b\r\ufeffb,a\r\nc\r");
    assertThat(corpus.words()).containsExactly("a", "b", "c");
    assertThat(corpus.sentences()).containsExactly(List.of(0, 1), List.of(1, 0), List.of(2));
  }

  @Test
  void providersAreAskedByName() {
    TextPlugins plugins = new TextPlugins(List.of(LineTokenizerTest.class.getClassLoader()));
    assertThat(plugins.tokenizer("whitespace", Locale.ROOT)).isEqualTo(Segmentation.WHITESPACE);
    assertThatThrownBy(() -> plugins.tokenizer("nobody's", Locale.ROOT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no tokenizer 'nobody's'; there are ", "whitespace");
  }

  private static Encoding encoding(Segmentation segmentation) {
    return Encoding.DEFAULT.with(Tokenization.DEFAULT.with(segmentation));
  }

  private static List<String> words(String text, Segmentation segmentation) throws Exception {
    PlainCorpus corpus = encoding(segmentation).encode(text);
    return java.util.stream.IntStream.range(0, corpus.words().size())
        .mapToObj(id -> corpus.words().get(id) + " " + corpus.counts().get(id))
        .toList();
  }
}
