package org.wordvec.word2vec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.testing.EncodedTexts;

class SentenceSlicesTest {
  private static final int ABOUT = 10_000;

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "5, 1",
    "100, 100",
    "101, 100",
    "10000, 1",
    "9999, 2",
    "10001, 3",
    "25000, 4",
    "7, 9000"
  })
  void coverAllSentencesInRunsOfAboutTenThousandTokens(int length, int sentences) {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus =
          EncodedTexts.encode(("a ".repeat(length) + "\n").repeat(sentences), arena);
      assertThat(corpus.sentences()).isEqualTo(sentences);
      SentenceSlices slices = SentenceSlices.of(corpus);
      assertThat(slices.longestSentence()).isEqualTo(length);
      assertThat(slices.size()).isPositive();
      assertThat(slices.start(0)).isZero();
      assertThat(slices.end(slices.size() - 1)).isEqualTo(sentences);
      for (int slice = 0; slice < slices.size(); slice++) {
        assertThat(slices.start(slice)).isEqualTo(slice == 0 ? 0 : slices.end(slice - 1));
        assertThat(slices.end(slice)).isGreaterThan(slices.start(slice));
        long tokens =
            corpus.sentenceEnd(slices.end(slice) - 1) - corpus.sentenceStart(slices.start(slice));
        assertThat(tokens).isLessThan(ABOUT + length);
        assertThat(tokens >= ABOUT || slice == slices.size() - 1).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 5, 4", "9, 1, 2"})
  void knowTheLongestSentenceWhereverItStands(int first, int second, int third) {
    try (Arena arena = Arena.ofShared()) {
      String text = "a ".repeat(first) + "\n" + "a ".repeat(second) + "\n" + "a ".repeat(third);
      assertThat(SentenceSlices.of(EncodedTexts.encode(text, arena)).longestSentence())
          .isEqualTo(Math.max(first, Math.max(second, third)));
    }
  }
}
