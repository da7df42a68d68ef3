package org.wordvec.word2vec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

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
}
