package org.wordvec.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentence that a position of an encoded corpus is in. */
class SentencePositionsTest {
  @AutoClose private final Arena arena = Arena.ofShared();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void isFoundAtAllPositionsOfAllDivisionsIntoSentences(int tokens)
      throws IOException, InterruptedException {
    for (int ends = 0; ends < 1 << (tokens - 1); ends++) {
      StringBuilder text = new StringBuilder();
      int[] expected = new int[tokens];
      for (int token = 0; token < tokens; token++) {
        text.append("w");
        boolean isEnd = (ends & 1 << token) != 0;
        text.append(isEnd ? '\n' : ' ');
        if (token + 1 < tokens) {
          expected[token + 1] = expected[token] + (isEnd ? 1 : 0);
        }
      }
      assertFound(encode(text + "\n"), expected);
    }
  }

  @Test
  void countsNoSentenceWithoutAKnownWord() throws IOException, InterruptedException {
    assertFound(encode("\n\na b\n\n\nc\n\nd e f\n\n"), 0, 0, 1, 2, 2, 2);
  }

  private EncodedCorpus encode(String text) throws IOException, InterruptedException {
    return Encoding.DEFAULT.encoder().encode(Texts.corpus(text), arena, ReadingProgress.NONE);
  }

  private static void assertFound(EncodedCorpus corpus, int... expected) {
    assertThat(corpus.encodedTokens()).isEqualTo(expected.length);
    for (int position = 0; position < expected.length; position++) {
      assertThat(corpus.sentenceAt(position)).isEqualTo(expected[position]);
    }
  }
}
