package org.wordvec.glove;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.ReadingProgress;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;

/** Small corpora. */
public final class Texts {
  private static final Tokenization WHOLE_LINES =
      Tokenization.DEFAULT.withMaximumSentenceLength(Integer.MAX_VALUE);

  private Texts() {}

  /** Lines of 0 to 29 words, of which the first are frequent. */
  public static String random(long seed, int lines, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      int length = random.nextInt(30);
      for (int i = 0; i < length; i++) {
        double draw = random.nextDouble();
        text.append("w").append((int) (draw * draw * draw * words)).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Lines of 10 words of one of 20 topics, of 30 words each. */
  public static String topics(long seed, int lines) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      int topic = random.nextInt(20);
      for (int i = 0; i < 10; i++) {
        text.append("w").append(topic * 30 + random.nextInt(30)).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * Lines of 12 words of one of 6 topics, a to f, of 30 words each; a quarter are common to all.
   */
  public static String topicsWithCommonWords(long seed, int lines) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      char topic = (char) ('a' + random.nextInt(6));
      for (int i = 0; i < 12; i++) {
        boolean common = random.nextInt(4) == 0;
        text.append(common ? "z" + random.nextInt(40) : topic + "" + random.nextInt(30));
        text.append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Encodes a text in the sentences of its lines. */
  public static EncodedCorpus encode(String text, long minimumCount, Arena arena)
      throws IOException, InterruptedException {
    Corpus corpus =
        Corpus.of(List.of("-"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return new CorpusEncoder(WHOLE_LINES, new VocabularyLimits(minimumCount, 0), 2)
        .encode(corpus, arena, ReadingProgress.NONE);
  }
}
