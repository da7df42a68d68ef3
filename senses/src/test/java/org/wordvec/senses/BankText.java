package org.wordvec.senses;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.testing.TopicText;

/**
 * A text of sentences that are each about one of two topics, x and y, in both of which one word
 * occurs, twice as often in the first. It is the only one that is neither too rare nor too frequent
 * to be divided.
 */
public final class BankText {
  /** The word of both topics. */
  public static final String WORD = "bank";

  /** Sentences that give this word enough occurrences, and not too many. */
  public static final int SENTENCES = 7_000;

  private static final TopicText TOPICS = TopicText.numbered(List.of("x", "y"), "z", 100);
  private static final int DIMENSIONS = 8;
  private static final int[] EVERY = {80, 160};

  private BankText() {}

  /** Returns a number of sentences, a line each. */
  public static String lines(int sentences, long seed) {
    StringBuilder text = new StringBuilder();
    int[] seen = new int[2];
    for (String line : TOPICS.lines(sentences, seed).split("\n", sentences)) {
      List<String> words = new ArrayList<>(List.of(line.strip().split(" ", TopicText.LENGTH)));
      int topic = line.contains("y") ? 1 : 0;
      if (seen[topic]++ % EVERY[topic] == 0) {
        words.add(seen[topic] % (words.size() + 1), WORD);
      }
      text.append(String.join(" ", words)).append('\n');
    }
    return text.toString();
  }

  /** Returns whether the sentence at a position is about y. */
  public static boolean isAboutY(EncodedCorpus corpus, long position) {
    long sentence = corpus.sentenceAt(position);
    long start = corpus.sentenceStart(sentence);
    int[] ids = new int[(int) (corpus.sentenceEnd(sentence) - start)];
    corpus.copyIds(start, ids, ids.length);
    for (int id : ids) {
      if (corpus.vocabulary().words().word(id).startsWith("y")) {
        return true;
      }
    }
    return false;
  }

  /** Returns a space as good vectors give it: topics are opposite, with some noise. */
  public static ContextSpace space(Vocabulary vocabulary, Arena arena) {
    Random random = new Random(5);
    Matrix vectors = Matrix.allocate(arena, vocabulary.size(), DIMENSIONS);
    for (int word = 0; word < vocabulary.size(); word++) {
      for (int i = 0; i < DIMENSIONS; i++) {
        vectors.set(word, i, (float) (0.3 * random.nextGaussian()));
      }
      char topic = vocabulary.words().word(word).charAt(0);
      float mean = topic == 'x' ? 1 : topic == 'y' ? -1 : 0;
      vectors.set(word, 0, vectors.get(word, 0) + mean);
    }
    return new ContextSpace(vectors, ContextSpace.weights(vocabulary));
  }
}
