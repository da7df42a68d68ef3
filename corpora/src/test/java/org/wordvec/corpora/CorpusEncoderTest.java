package org.wordvec.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalization;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;

class CorpusEncoderTest {
  private static final VocabularyLimits ALL = new VocabularyLimits(1, 0);
  private static final Tokenization LOWER_CASE =
      Tokenization.DEFAULT.with(WordNormalization.LOWER_CASE);

  /** Several blocks long. */
  private static final byte[] LONG_TEXT = Texts.random(1, 150_000);

  private static final VocabularyLimits THREE_TIMES = new VocabularyLimits(3, 0);
  private static final PlainCorpus LONG_CORPUS =
      PlainCorpus.reference(LONG_TEXT, Tokenization.DEFAULT, THREE_TIMES);

  @ParameterizedTest
  @CsvSource({
    "1, 9223372036854775807",
    "1, 0",
    "2, 1000000",
    "3, 0",
    "5, 9223372036854775807",
    "8, 300000"
  })
  void matchesTheReferenceForAnyThreadsAndMemory(int threads, long budget)
      throws IOException, InterruptedException {
    Encoding encoding = Encoding.DEFAULT.with(THREE_TIMES).threads(threads).budget(budget);
    assertThat(encoding.encode(LONG_TEXT)).isEqualTo(LONG_CORPUS);
  }

  @ParameterizedTest
  @CsvSource({"false, 1000, 1, 0", "true, 1000, 2, 0", "true, 3, 1, 50", "false, 2, 2, 300"})
  void matchesTheReferenceForAnyOptions(
      boolean lowercase, int maximumLength, long minimumCount, int maximumSize)
      throws IOException, InterruptedException {
    Tokenization tokenization =
        Tokenization.DEFAULT
            .with(lowercase ? WordNormalization.LOWER_CASE : WordNormalization.AS_WRITTEN)
            .withMaximumSentenceLength(maximumLength);
    VocabularyLimits limits = new VocabularyLimits(minimumCount, maximumSize);
    byte[] text = Texts.random(maximumLength, 10_000);
    assertThat(Encoding.DEFAULT.with(tokenization).with(limits).threads(2).encode(text))
        .isEqualTo(PlainCorpus.reference(text, tokenization, limits));
  }

  @Test
  void reportsBytesRead() throws IOException, InterruptedException {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus =
          Encoding.DEFAULT
              .with(new VocabularyLimits(2, 0))
              .encoder()
              .encode(Texts.corpus("a b a\n\na c d b\n"), arena, ReadingProgress.NONE);
      assertThat(corpus.tokens()).isEqualTo(7);
      assertThat(corpus.reading().distinctWords()).isEqualTo(4);
      assertThat(corpus.encodedTokens()).isEqualTo(5);
      assertThat(corpus.sentences()).isEqualTo(2);
      assertThat(corpus.ids().byteSize()).isEqualTo(5 * 4);
    }
  }

  @Test
  void cutsSentencesAtTheMaximumLengthAndLosesNoToken() throws IOException, InterruptedException {
    Encoding encoding = Encoding.DEFAULT.with(Tokenization.DEFAULT.withMaximumSentenceLength(3));
    assertThat(encoding.encode("a b c d e f g\nh i j\nk\n").sentences())
        .extracting(List::size)
        .containsExactly(3, 3, 1, 3, 1);
  }

  @Test
  void countsOnlyWordsOfTheVocabularyTowardsTheMaximumLength()
      throws IOException, InterruptedException {
    Encoding encoding =
        Encoding.DEFAULT
            .with(Tokenization.DEFAULT.withMaximumSentenceLength(3))
            .with(new VocabularyLimits(2, 0));
    assertThat(encoding.encode("a rare a scarce a single a\n").sentences())
        .containsExactly(List.of(0, 0, 0), List.of(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void losesNoTokenOfALineThatIsLongerThanABlock(int threads)
      throws IOException, InterruptedException {
    int[] numbers = IntStream.range(0, 300_000).map(i -> i * 7919 % 1000).toArray();
    StringBuilder line = new StringBuilder();
    for (int number : numbers) {
      line.append("word").append(number).append(' ');
    }
    PlainCorpus corpus = Encoding.DEFAULT.threads(threads).encode(line.toString());
    List<String> tokens = new ArrayList<>();
    corpus.sentences().forEach(sentence -> sentence.forEach(id -> tokens.add(word(corpus, id))));
    assertThat(tokens.equals(IntStream.of(numbers).mapToObj(n -> "word" + n).toList())).isTrue();
    assertThat(corpus.sentences()).allMatch(sentence -> sentence.size() <= 1000);
    assertThat(corpus.sentences()).hasSizeLessThan(310);
  }

  @Test
  void lowercasesIndependentlyOfTheLocale() throws IOException, InterruptedException {
    PlainCorpus corpus =
        Encoding.DEFAULT.with(LOWER_CASE).encode("Title TITLE title ÉTÉ été Ж ж İ 词 😀\n");
    assertThat(corpus.words()).containsExactly("title", "été", "ж", "i\u0307", "词", "😀");
    assertThat(corpus.counts()).containsExactly(3L, 2L, 2L, 1L, 1L, 1L);
    assertThat(corpus.sentences()).containsExactly(List.of(0, 0, 0, 1, 1, 2, 2, 3, 4, 5));
  }

  @Test
  void keepsWordsOfManyKilobytes() throws IOException, InterruptedException {
    String word = "词".repeat(100_000);
    PlainCorpus corpus = Encoding.DEFAULT.encode("a " + word + " a\n" + word + "x\n");
    assertThat(corpus.words().equals(List.of("a", word, word + "x"))).isTrue();
    assertThat(corpus.sentences()).containsExactly(List.of(0, 1, 0), List.of(2));
  }

  @Test
  void keepsCaseUnlessTold() throws IOException, InterruptedException {
    assertThat(Encoding.DEFAULT.encode("Title title").words()).containsExactly("Title", "title");
  }

  @Test
  void usesAGivenVocabularyWithItsOwnCounts() throws IOException, InterruptedException {
    Vocabulary given =
        Vocabulary.of(WordList.of(List.of("b", "absent", "a")), new long[] {50, 90, 70}, ALL);
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus =
          Encoding.DEFAULT
              .threads(2)
              .encoder()
              .encode(Texts.corpus("a b c\nc c\nb\n"), given, arena, ReadingProgress.NONE);
      assertThat(corpus.vocabulary()).isSameAs(given);
      assertThat(corpus.tokens()).isEqualTo(6);
      assertThat(PlainCorpus.of(corpus).sentences()).containsExactly(List.of(1, 2), List.of(2));
    }
  }

  @Test
  void refusesACorpusWithoutAWordOfAGivenVocabulary() {
    Vocabulary given = Vocabulary.of(WordList.of(List.of("x")), new long[] {50}, ALL);
    try (Arena arena = Arena.ofShared()) {
      assertThatThrownBy(
              () ->
                  Encoding.DEFAULT
                      .encoder()
                      .encode(Texts.corpus("a b c"), given, arena, ReadingProgress.NONE))
          .isInstanceOf(CorpusException.class)
          .hasMessage("standard input: no word of the vocabulary occurs in it");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t \n\n", "\ufeff"})
  void refusesACorpusWithoutWords(String text) {
    assertThatThrownBy(() -> Encoding.DEFAULT.threads(3).encode(text))
        .isInstanceOf(CorpusException.class)
        .hasMessage("standard input: the corpus holds no words");
  }

  @Test
  void saysHowRareTheWordsAreIfAllAreTooRare() {
    Encoding encoding = Encoding.DEFAULT.with(new VocabularyLimits(5, 0));
    assertThatThrownBy(() -> encoding.encode("a b a c a"))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "standard input: no word occurs at least 5 times;"
                + " the most frequent of 3 words occurs 3 times");
  }

  @Test
  void reportsTheWholeCorpusInTheEnd() throws IOException, InterruptedException {
    List<List<Long>> reports = new ArrayList<>();
    try (Arena arena = Arena.ofShared()) {
      Encoding.DEFAULT
          .threads(2)
          .encoder()
          .encode(
              Texts.corpus("a b\nc\n"),
              arena,
              (bytes, total, tokens) -> reports.add(List.of(bytes, total, tokens)));
    }
    assertThat(reports.getLast()).containsExactly(6L, -1L, 3L);
  }

  @Test
  @Timeout(60)
  void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    InputStream endless =
        new InputStream() {
          private long count;

          @Override
          public int read() {
            if (++count == 2_000_000) {
              reading.countDown();
            }
            return count % 2 == 0 ? '\n' : 'a';
          }

          @Override
          public int read(byte[] buffer, int from, int length) {
            for (int i = from; i < from + length; i++) {
              buffer[i] = (byte) read();
            }
            return length;
          }
        };
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (Arena arena = Arena.ofShared()) {
                    Encoding.DEFAULT
                        .threads(2)
                        .encoder()
                        .encode(Corpus.of(List.of("-"), endless), arena, ReadingProgress.NONE);
                    outcome.complete(null);
                  } catch (IOException | InterruptedException e) {
                    outcome.complete(e);
                  }
                });
    reading.await();
    thread.interrupt();
    assertThat(outcome.join()).isInstanceOf(InterruptedException.class);
  }

  private static String word(PlainCorpus corpus, int id) {
    return corpus.words().get(id);
  }
}
