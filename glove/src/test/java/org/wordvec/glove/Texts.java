package org.wordvec.glove;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.CountingProgress;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.Weighting;

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

  /** Counts pairs within a window to both sides, on one thread. */
  public static Entries count(EncodedCorpus corpus, int window, Weighting weighting)
      throws IOException, InterruptedException {
    return count(corpus, window, weighting, new Cooccurrences.Resources(1, 1L << 30, Path.of(".")));
  }

  /** Counts pairs within a window to both sides, with the usual weights. */
  public static Entries count(
      EncodedCorpus corpus, int window, Weighting weighting, Cooccurrences.Resources resources)
      throws IOException, InterruptedException {
    CooccurrenceConfig config =
        new CooccurrenceConfig(window, ContextSides.BOTH, DistanceWeighting.INVERSE);
    return Entries.of(
        new Cooccurrences.Counted(corpus, config), weighting, 1, resources, CountingProgress.NONE);
  }
}
