package org.wordvec.senses.induction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.senses.BankText;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.testing.EncodedTexts;

class ContextReaderTest {
  @AutoClose private final Arena arena = Arena.ofShared();

  private final EncodedCorpus corpus =
      EncodedTexts.encode(
          """
          x1
          x2 x1 y1
          x1 x2 x3 x4 x5 x6 x7 x8 x9 y1 y2 y3 y4 y5 x1 y6 y7 y8 y9 z1 z2 z3 z4 z5 z6
          y1 y1
          x5 x1 y1 x1
          """,
          arena);

  private final ContextSpace space = BankText.space(corpus.vocabulary(), arena);
  private final ContextReader reader = new ContextReader(corpus, space);

  private int[] sentence(long position) {
    long sentence = corpus.sentenceAt(position);
    long start = corpus.sentenceStart(sentence);
    int[] ids = new int[(int) (corpus.sentenceEnd(sentence) - start)];
    corpus.copyIds(start, ids, ids.length);
    return ids;
  }

  private float[] described(int[] sentence, long position) {
    float[] expected = new float[space.features()];
    long start = corpus.sentenceStart(corpus.sentenceAt(position));
    space.describe(sentence, sentence.length, (int) (position - start), expected);
    return expected;
  }

  @Test
  void describesEachPlaceByItsSentence() {
    for (long position = 0; position < corpus.encodedTokens(); position++) {
      int[] sentence = sentence(position);
      int word = sentence[(int) (position - corpus.sentenceStart(corpus.sentenceAt(position)))];
      assertThat(reader.at(position, word)).isEqualTo(described(sentence, position));
    }
  }

  @Test
  void takesWordsThatCountAsOneForTheFirst() {
    int one = corpus.vocabulary().words().indexOf("x1");
    int other = corpus.vocabulary().words().indexOf("y1");
    int compared = 0;
    for (long position = 0; position < corpus.encodedTokens(); position++) {
      int[] sentence = sentence(position);
      int place = (int) (position - corpus.sentenceStart(corpus.sentenceAt(position)));
      if (sentence[place] != one && sentence[place] != other) {
        continue;
      }
      compared++;
      for (int i = 0; i < sentence.length; i++) {
        sentence[i] = sentence[i] == other ? one : sentence[i];
      }
      assertThat(reader.at(position, one, other)).isEqualTo(described(sentence, position));
    }
    assertThat(compared).isEqualTo(11);
  }
}
