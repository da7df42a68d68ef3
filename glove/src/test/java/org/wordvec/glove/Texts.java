package org.wordvec.glove;

import java.util.Random;

/** Small corpora. */
public final class Texts {
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
}
