package org.wordvec.word2vec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.ReadingProgress;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;

/** Small texts to train on. */
public final class Texts {
  private Texts() {}

  /** Sentences of 1 to 20 of some words, the first of them the most frequent. */
  public static String skewed(int words, int sentences, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      for (int i = random.nextInt(20); i >= 0; i--) {
        double skewed = random.nextDouble() * random.nextDouble();
        text.append("w").append((int) (skewed * words)).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Sentences of 3 to 8 of eight words, each of them once, so that no window has a word twice. */
  public static String withoutRepetition(int sentences, long seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      Collections.shuffle(words, random);
      text.append(String.join(" ", words.subList(0, 3 + random.nextInt(6)))).append('\n');
    }
    return text.toString();
  }

  /** Sentences of ten words, each sentence about one of two topics, a or b. */
  public static String ofTwoTopics(int words, int sentences, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      char topic = random.nextBoolean() ? 'a' : 'b';
      for (int i = 0; i < 10; i++) {
        boolean common = random.nextInt(4) == 0;
        text.append(common ? 'c' : topic).append(random.nextInt(words)).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Encodes a text in the sentences of its lines, keeping every word. */
  public static EncodedCorpus encode(String text, Arena arena) {
    Tokenization tokenization = Tokenization.DEFAULT.withMaximumSentenceLength(1_000_000);
    try {
      Corpus corpus = Corpus.of(List.of("-"), new ByteArrayInputStream(text.getBytes(UTF_8)));
      return new CorpusEncoder(tokenization, new VocabularyLimits(1, 0), 1)
          .encode(corpus, arena, ReadingProgress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
